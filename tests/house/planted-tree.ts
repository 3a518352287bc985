import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson, repository, trackedFiles } from './tracked-files.ts';

/** A tree with our rules and doors, and nothing in it but what a test plants. */
export interface PlantedTree {
  /** Runs an installed tool in it; answers what it printed. */
  run(packageName: string, args: readonly string[]): string;
  remove(): void;
}

export function plantTree(
  files: Readonly<Record<string, string>>,
): PlantedTree {
  const top = mkdtempSync(join(tmpdir(), 'postern-house-'));
  const rules = trackedFiles().filter((path) =>
    /(^|\/)(tsconfig[^/]*|package|\.oxlintrc)\.json$/.test(path),
  );
  for (const path of rules) cpSync(join(repository, path), join(top, path));
  symlinkSync(
    join(repository, 'node_modules'),
    join(top, 'node_modules'),
    'junction',
  );
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  return {
    run: (packageName, args) =>
      spawnSync(process.execPath, [commandOf(packageName), ...args], {
        cwd: top,
        encoding: 'utf8',
      }).stdout,
    remove: () => {
      rmSync(top, { recursive: true });
    },
  };
}

function commandOf(packageName: string): string {
  const folder = `node_modules/${packageName}`;
  const { bin } = readJson<{ bin: Readonly<Record<string, string>> }>(
    `${folder}/package.json`,
  );
  return join(repository, folder, Object.values(bin)[0] ?? '');
}
