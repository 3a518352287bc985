import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fusesOf } from '../../scripts/steps/read-back-fuses.mjs';
import { repository, trackedFiles } from '../house/tracked-files.ts';
import { contentList } from './content-list.ts';
import {
  baits,
  makeProject,
  type Packed,
  type Project,
  type Target,
} from './packed.ts';
import { resourcesOf } from './stub-electron.ts';

const targets: readonly (Target & { readonly natives: readonly string[] })[] = [
  {
    system: 'linux',
    arch: 'x64',
    natives: [
      'node_modules/@serialport/bindings-cpp/prebuilds/linux-x64/@serialport+bindings-cpp.glibc.node',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ],
  },
  {
    system: 'linux',
    arch: 'arm64',
    natives: [
      'node_modules/@serialport/bindings-cpp/prebuilds/linux-arm64/@serialport+bindings-cpp.armv8.glibc.node',
      'node_modules/better-sqlite3/prebuilds/linux-arm64.node',
    ],
  },
  {
    system: 'win32',
    arch: 'x64',
    natives: [
      'node_modules/@serialport/bindings-cpp/prebuilds/win32-x64/@serialport+bindings-cpp.node',
      'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    ],
  },
];

let project: Project;
beforeAll(async () => {
  project = await makeProject();
}, 120_000);
afterAll(() => {
  project.remove();
});

describe.each(targets)(
  'what is packed for $system $arch',
  ({ natives, ...target }) => {
    let packed: Packed;
    let paths: readonly string[];
    beforeAll(() => {
      packed = project.pack(target);
      paths = packed.files.map(({ path }) => path);
      process.stdout.write(
        `packed for ${target.system} ${target.arch}\n${contentList(packed.files)}\n`,
      );
    }, 120_000);

    it('has the natives of the target beside the archive, and no other file there', () => {
      const unpacked = packed.files.filter(({ isUnpacked }) => isUnpacked);
      expect(unpacked.map(({ path }) => path)).toEqual(natives);
      expect(paths.filter((path) => path.endsWith('.node'))).toEqual(natives);
    });

    it('has the shell, the service, every worker of the service and the screens', () => {
      const workers = trackedFiles()
        .filter((path) => /^kiosk\/.*-worker\.ts$/.test(path))
        .map((path) => `dist/app/${basename(path, '.ts')}.mjs`);
      expect(workers.length).toBeGreaterThan(0);
      expect(paths).toEqual(
        expect.arrayContaining([
          'package.json',
          'LICENSE',
          'dist/app/main.mjs',
          'dist/app/preload.cjs',
          'dist/app/child.mjs',
          'dist/app/third-party-notices.txt',
          'dist/renderer/index.html',
          ...workers,
        ]),
      );
      expect(
        paths.filter((path) =>
          /^dist\/renderer\/assets\/.*\.(js|css|woff2)$/.test(path),
        ).length,
      ).toBeGreaterThan(3);
    });

    it('has nothing from anywhere else', () => {
      const places =
        /^(package\.json|LICENSE|dist\/app\/[\w-]+\.(mjs|cjs|txt)|dist\/renderer\/.+\.(html|js|css|svg|woff2|png|json)|node_modules\/(better-sqlite3|@serialport\/bindings-cpp|node-gyp-build|debug|ms)\/.+)$/;
      expect(paths.filter((path) => !places.test(path))).toEqual([]);
    });

    it('has no source, test, map or second Node', () => {
      expect(
        paths.filter((path) =>
          /\.(tsx?|map|c|cc|cpp|h)$|\.(test|spec)\.|(^|\/)(tests?|fixtures|src\/.*\.c|node-(linux|win|darwin)-\w+)\//.test(
            path,
          ),
        ),
      ).toEqual([]);
      expect(
        packed.files
          .filter(({ path }) => !path.endsWith('.node'))
          .filter(({ bytes }) => isProgram(bytes))
          .map(({ path }) => path),
      ).toEqual([]);
    });

    it('has no private key, no bait and no path of the machine that packed it', () => {
      const marks = [
        /-----BEGIN [A-Z ]*PRIVATE KEY/,
        /"(privateKey|secretKey)"\s*:\s*"/,
        /"d"\s*:\s*"[\w-]{43}"/,
        /\bb417\b/,
      ];
      const here = [repository, project.folder];
      const telling = packed.files.filter(({ path, bytes }) => {
        const text = Buffer.from(bytes).toString('latin1');
        return (
          path in baits ||
          marks.some((mark) => mark.test(text)) ||
          here.some((folder) => text.includes(folder))
        );
      });
      expect(telling.map(({ path }) => path)).toEqual([]);
    });

    it('says in package.json what Electron starts, and nothing about development', () => {
      const { bytes } = packed.files.find(
        ({ path }) => path === 'package.json',
      ) ?? { bytes: new Uint8Array() };
      const manifest = JSON.parse(Buffer.from(bytes).toString()) as Readonly<
        Record<string, unknown>
      >; // an object: Electron would not start otherwise
      expect(manifest).toMatchObject({
        name: 'postern',
        type: 'module',
        main: 'dist/app/main.mjs',
      });
      expect(
        [
          'scripts',
          'devDependencies',
          'optionalDependencies',
          'imports',
          'allowScripts',
        ].filter(
          (key) => manifest[key] !== undefined && manifest[key] !== null,
        ),
      ).toEqual([]);
    });

    it('has the fuses burnt into its program', () => {
      expect(fusesOf(Buffer.from(packed.program))).toEqual({
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableCookieEncryption: true,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        grantFileProtocolExtraPrivileges: false,
        // As Electron ships it.
        loadBrowserProcessSpecificV8Snapshot: false,
      });
    });
  },
);

describe('the packed program for Windows', () => {
  it('carries the hash of its archive, and our icon', () => {
    const { program } = project.pack({ system: 'win32', arch: 'x64' });
    const resources = resourcesOf(program);
    const integrity = resources.find(({ type }) => type === 'INTEGRITY');
    expect(integrity?.text).toMatch(
      /"file":"resources\\\\app\.asar","alg":"SHA256","value":"[0-9a-f]{64}"/,
    );
    const icons = resources.filter(({ type }) => type === 3);
    expect(icons.map(({ text }) => sha256(text))).toHaveLength(4);
  });
});

const noDeb =
  process.platform === 'linux'
    ? ''
    : ' (skipped: only Linux makes Debian packages)';

describe.skipIf(noDeb !== '')(`the Debian package${noDeb}`, () => {
  it('brings the kiosk session and the rules for devices to their places, and the scripts of both', () => {
    const words = project.debianWords();
    const placed = words
      .map((word) => /^(.+)=(\/(?:usr|etc|opt)\/.+)$/.exec(word))
      .filter((found) => found !== null)
      .map(([, from = '', to = '']) => ({ from, to }));
    // What the packer itself wrote for the occasion is gone by now.
    const ours = placed.filter(({ from }) => !isAbsolute(from));
    expect(ours.length).toBeGreaterThan(3);
    expect(
      ours.filter(({ from }) => !existsSync(join(project.folder, from))),
    ).toEqual([]);
    expect(placed.map(({ to }) => to)).toEqual(
      expect.arrayContaining([
        '/opt/Postern',
        '/usr/lib/udev/rules.d/70-postern.rules',
        '/usr/lib/systemd/system/postern-kiosk.service',
        '/etc/pam.d/postern-kiosk',
        '/usr/sbin/postern-kiosk',
        '/usr/share/applications/postern.desktop',
        '/usr/share/icons/hicolor/256x256/apps/postern.png',
      ]),
    );
    const scripts = words.flatMap((word, at) =>
      /^--after-(install|remove)$/.test(word) ? (words[at + 1] ?? '') : [],
    );
    expect(scripts).toHaveLength(2);
    expect(words).toContain(
      '--before-remove=electron/packaging/linux/before-remove.sh',
    );
    expect(words.join(' ')).toContain('--deb-recommends cage');
  });
});

describe('the packed service', () => {
  const here = targets.filter(
    ({ system, arch }) => system === process.platform && arch === process.arch,
  );

  it.each(here)(
    'runs from what is packed for $system $arch alone, a worker too',
    { timeout: 60_000 },
    (target) => {
      const { folder } = project.pack(target);
      const data = mkdtempSync(join(tmpdir(), 'postern-packed-data-'));
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [
          join(repository, 'tests', 'scripts', 'play-shell.ts'),
          join(folder, 'dist', 'app', 'child.mjs'),
          '--demo',
          '--data',
          data,
        ],
        { encoding: 'utf8', timeout: 50_000 },
      );
      rmSync(data, { recursive: true });
      expect(stderr).toBe('');
      expect(stdout).toContain('snapshot: demo, demo');
      expect(stdout).toContain('worker: done');
      expect(status).toBe(0);
    },
  );
});

/** Starts as an ELF, a Windows or a macOS program does. */
function isProgram(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return /^(\x7fELF|MZ|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe)/.test(head);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
