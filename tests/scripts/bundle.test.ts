import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleShell } from '../../scripts/steps/bundle.mjs';

const app = join(import.meta.dirname, '..', '..', 'dist', 'app');

beforeAll(async () => {
  await bundleShell();
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
});
