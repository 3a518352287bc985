import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areDependenciesStale } from '../../scripts/steps/bootstrap.mjs';
import { isRendererStale } from '../../scripts/steps/renderer-build.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postern-stale-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file whose last change was at the given second. */
function write(path: string, atSeconds: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), '');
  utimesSync(join(folder, path), atSeconds, atSeconds);
}

function touchFolder(path: string, atSeconds: number): void {
  utimesSync(join(folder, path), atSeconds, atSeconds);
}

describe('the dependencies', () => {
  it('are installed where there are none', () => {
    write('package-lock.json', 100);
    expect(areDependenciesStale(folder)).toBe(true);
  });

  it('are installed again when the lock file is newer', () => {
    write('node_modules/.package-lock.json', 100);
    write('package-lock.json', 101);
    expect(areDependenciesStale(folder)).toBe(true);
  });

  it('are left alone when they are newer than the lock file', () => {
    write('package-lock.json', 100);
    write('node_modules/.package-lock.json', 101);
    expect(areDependenciesStale(folder)).toBe(false);
  });
});

describe('the screens', () => {
  function writeSources(): void {
    for (const path of [
      'renderer/main.tsx',
      'renderer/gate/idle.tsx',
      'kiosk/contract/words/zh.json',
      'vite.config.ts',
      'package-lock.json',
    ])
      write(path, 100);
    for (const path of [
      'renderer',
      'renderer/gate',
      'kiosk/contract',
      'kiosk/contract/words',
    ])
      touchFolder(path, 100);
  }

  it('are built where they never were', () => {
    writeSources();
    expect(isRendererStale(folder)).toBe(true);
  });

  it('are left alone when they are newer than all they are made of', () => {
    writeSources();
    write('dist/renderer/index.html', 101);
    expect(isRendererStale(folder)).toBe(false);
  });

  it.each([
    'renderer/gate/idle.tsx',
    'kiosk/contract/words/zh.json',
    'package-lock.json',
  ])('are built again when %s changed', (path) => {
    writeSources();
    write('dist/renderer/index.html', 101);
    write(path, 102);
    expect(isRendererStale(folder)).toBe(true);
  });

  it('are built again when a file went away', () => {
    writeSources();
    write('dist/renderer/index.html', 101);
    rmSync(join(folder, 'renderer/gate/idle.tsx'));
    touchFolder('renderer/gate', 102);
    expect(isRendererStale(folder)).toBe(true);
  });
});
