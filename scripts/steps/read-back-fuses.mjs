import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the order of the wire: the names that electron-builder.yml gives Electron's first eight fuses. */
const names = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

/** What stands before the wire in Electron's program: this mark, a version byte, a length byte. */
const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/**
 * electron-builder's hook after everything is packed: refuses a program whose fuses are not what was
 * asked for.
 * @param {{ readonly outDir: string, readonly configuration: { readonly electronFuses?: object | null } }} result
 * @returns {string[]} further files to publish: none
 */
export function afterAllArtifactBuild({ outDir, configuration }) {
  const wanted = Object.entries(configuration.electronFuses ?? {});
  for (const program of programsIn(outDir)) {
    const found = fusesOf(readFileSync(program));
    const wrong = wanted.filter(([name, isOn]) => found[name] !== isOn);
    if (wrong.length > 0) {
      throw new Error(
        `${program} has not the fuses it was packed for: ${wrong.map(([name]) => `${name} is ${found[name]}`).join(', ')}`,
      );
    }
    console.log(`  • fuses read back  program=${program}`);
  }
  return [];
}

/**
 * The fuses burnt into a program of Electron; undefined for one the program does not have.
 * @param {Buffer} program
 * @returns {Readonly<Record<string, boolean | undefined>>}
 */
export function fusesOf(program) {
  const at = program.indexOf(mark);
  if (at < 0) throw new Error('there are no fuses in this program');
  const [version, length = 0] = program.subarray(at + mark.length);
  if (version !== 1)
    throw new Error(`fuses of version ${version} are not known here`);
  const wire = program.toString(
    'latin1',
    at + mark.length + 2,
    at + mark.length + 2 + length,
  );
  return Object.fromEntries(
    names.map((name, index) => [name, stateOf(wire[index])]),
  );
}

/** @param {string | undefined} letter `1` on, `0` off, `r` removed */
function stateOf(letter) {
  if (letter === '1') return true;
  return letter === '0' ? false : undefined;
}

/** @param {string} outDir */
function programsIn(outDir) {
  const folders = readdirSync(outDir)
    .filter((name) => name.endsWith('-unpacked'))
    .map((name) => join(outDir, name));
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^(postern|Postern\.exe)$/.test(name))
      .map((name) => join(folder, name)),
  );
}
