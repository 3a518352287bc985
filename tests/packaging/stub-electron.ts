import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Electron's mark in its program, the version and length of the wire, and the fuses as they ship. */
const fusesAsShipped = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('10111001'),
]);

/**
 * A folder shaped like Electron's own, for a packer that must not download the real one. Its program
 * runs nothing; it has fuses, and on Windows resources, that can be written.
 */
export function makeStubElectron(
  folder: string,
  system: 'linux' | 'win32',
): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const files: Readonly<Record<string, Uint8Array>> = {
    LICENSE: Buffer.from('a licence'),
    'LICENSES.chromium.html': Buffer.from('licences'),
    version: Buffer.from('0.0.0'),
    'locales/en-US.pak': Buffer.from('words'),
    'locales/fr.pak': Buffer.from('mots'),
    'locales/zh-CN.pak': Buffer.from('文字'),
    ...(system === 'linux'
      ? { 'chrome-sandbox': Buffer.alloc(8), electron: linuxProgram() }
      : { 'electron.exe': windowsProgram() }),
  };
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(folder, name), bytes, { mode: 0o755 });
  return folder;
}

function linuxProgram(): Uint8Array {
  return Buffer.concat([
    Buffer.from('\x7fELF'),
    Buffer.alloc(200),
    fusesAsShipped,
    Buffer.alloc(200),
  ]);
}

/** An empty program with a version resource, as the packer's own editor of resources makes one. */
function windowsProgram(): Uint8Array {
  const { NtExecutable, NtExecutableResource, Resource } =
    resourceEditor() as ResourceEditor; // what this file uses of its types
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues(
    { lang: 1033, codepage: 1200 },
    { ProductName: 'Electron', FileVersion: '0.0.0.0' },
  );
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), fusesAsShipped]);
}

/** What is written into a packed Windows program, read back: type, name and text of each resource. */
export function resourcesOf(
  program: Uint8Array,
): readonly { readonly type: unknown; readonly text: string }[] {
  const { NtExecutable, NtExecutableResource } =
    resourceEditor() as ResourceEditor; // as above
  const bytes = Uint8Array.from(program).buffer;
  return NtExecutableResource.from(NtExecutable.from(bytes)).entries.map(
    ({ type, bin }) => ({ type, text: Buffer.from(bin).toString('latin1') }),
  );
}

/** A dependency of the packer's, so it is loaded as from there. */
function resourceEditor(): unknown {
  const packer = createRequire(
    createRequire(import.meta.url).resolve('electron-builder/package.json'),
  );
  return createRequire(packer.resolve('app-builder-lib/package.json'))(
    'resedit',
  );
}

interface Entry {
  readonly type: unknown;
  readonly bin: ArrayBuffer;
}

interface Program {
  generate(): ArrayBuffer;
}

interface ResourceEditor {
  readonly NtExecutable: {
    createEmpty(is32Bit: boolean, isLibrary: boolean): Program;
    from(bytes: ArrayBuffer): Program;
  };
  readonly NtExecutableResource: {
    from(program: Program): {
      readonly entries: Entry[];
      outputResource(program: Program): void;
    };
  };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): {
        setStringValues(language: object, values: object): void;
        outputToResourceEntries(entries: Entry[]): void;
      };
    };
  };
}
