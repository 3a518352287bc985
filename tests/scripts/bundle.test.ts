import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleShell } from '../../scripts/steps/bundle.mjs';

// Inside the repository, where its packages are found; not the folder that `npm start` uses.
const app = join(
  import.meta.dirname,
  '..',
  '..',
  '.build',
  'bundle-under-test',
);
const data = mkdtempSync(join(tmpdir(), 'postern-bundled-'));

beforeAll(async () => {
  await bundleShell(app);
});

afterAll(() => {
  rmSync(data, { recursive: true });
});

describe('the bundle of the desktop shell', () => {
  it('has the preload as CommonJS that requires electron and nothing else', () => {
    const required = [
      ...readFileSync(join(app, 'preload.cjs'), 'utf8').matchAll(
        /require\("([^"]+)"\)/g,
      ),
    ];
    expect(required.map(([, name]) => name)).toEqual(['electron']);
  });

  it('has no door of the tree left to resolve', () => {
    for (const file of ['main.mjs', 'child.mjs'])
      expect(readFileSync(join(app, file), 'utf8')).not.toMatch(
        /from "#|import\("#/,
      );
  });

  it('leaves to node_modules what has a native half, and nothing else', () => {
    for (const file of readdirSync(app).filter((name) =>
      name.endsWith('.mjs'),
    )) {
      const text = readFileSync(join(app, file), 'utf8');
      const named = text.matchAll(
        /(?:^import (?:.* from )?|^\} from |\bimport\(|\brequire\()"([^"./][^"]*)"/gm,
      );
      const outside = [...named]
        .map(([, name = '']) => name)
        .filter((name) => !isBuiltin(name));
      expect(
        outside.filter(
          (name) =>
            ![
              'electron',
              'better-sqlite3',
              '@serialport/bindings-cpp',
            ].includes(name),
        ),
      ).toEqual([]);
    }
  });

  it('has every worker beside the service that starts it', () => {
    const workers = [
      ...readFileSync(join(app, 'child.mjs'), 'utf8').matchAll(
        /new URL\("\.\/([^"]+)", import\.meta\.url\)/g,
      ),
    ];
    expect(workers.length).toBeGreaterThan(0);
    for (const [, file = ''] of workers) {
      expect(file).toMatch(/-worker\.mjs$/);
      expect(existsSync(join(app, file))).toBe(true);
    }
  });

  it('parses as the modules that Electron loads', () => {
    for (const file of ['main.mjs', 'child.mjs', 'preload.cjs'])
      expect(
        spawnSync(process.execPath, ['--check', join(app, file)]).status,
      ).toBe(0);
  });

  it(
    'runs the whole service, a worker too, and ends it in order',
    { timeout: 60_000 },
    () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [
          join(import.meta.dirname, 'play-shell.ts'),
          join(app, 'child.mjs'),
          '--demo',
          '--data',
          data,
        ],
        { encoding: 'utf8', timeout: 50_000 },
      );
      expect(stderr).toBe('');
      expect(stdout).toContain('snapshot: demo, demo');
      expect(stdout).toContain('worker: done');
      expect(status).toBe(0);
    },
  );
});
