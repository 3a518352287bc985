import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const repository = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'postern-reporter-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the tally reporter', () => {
  it('writes what passed, failed, did not load and was skipped with its reason', () => {
    symlinkSync(
      join(repository, 'node_modules'),
      join(folder, 'node_modules'),
      'junction',
    );
    writeFileSync(
      join(folder, 'unloadable.test.ts'),
      `throw new Error('not loaded');`,
    );
    writeFileSync(
      join(folder, 'planted.test.ts'),
      `import { expect, it } from 'vitest';
it('passes', () => {});
it('fails', () => { expect(1).toBe(2); });
it('has a reason', ({ skip }) => { skip(true, 'no PTYs here'); });
it.skipIf(true)('has it in its name (skipped: no strace)', () => {});
it.${'skip'}('has none', () => {});`,
    );
    const tally = join(folder, 'tally.json');
    const reporter = join(repository, 'scripts', 'steps', 'tally-reporter.mjs');
    spawnSync(
      process.execPath,
      [
        join(repository, 'node_modules/vitest/vitest.mjs'),
        'run',
        `--reporter=${reporter}`,
      ],
      { cwd: folder, env: { ...process.env, POSTERN_TALLY: tally } },
    );
    expect(JSON.parse(readFileSync(tally, 'utf8'))).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        { name: nameOf('has a reason'), reason: 'no PTYs here' },
        {
          name: nameOf('has it in its name (skipped: no strace)'),
          reason: 'skipped: no strace',
        },
        { name: nameOf('has none') },
      ],
    });
  });
});

/** A test is named by its file, seen from the repository, and its own name. */
function nameOf(test: string): string {
  return `${relative(repository, join(realpathSync(folder), 'planted.test.ts'))}: ${test}`;
}
