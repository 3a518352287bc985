import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  closingLines,
  readPlaywrightTally,
  readVitestTally,
  sumOf,
} from '../../scripts/steps/tally.mjs';

const folder = mkdtempSync(join(tmpdir(), 'postern-tally-'));
const missing = join(folder, 'missing.json');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('the tally', () => {
  it('adds the runs up and lists every skip with its reason', () => {
    const sum = sumOf([
      {
        isGood: true,
        tally: {
          passed: 3,
          failed: 0,
          skipped: [{ name: 'opens a port', reason: 'no PTYs here' }],
        },
      },
      { isGood: true, tally: { passed: 2, failed: 0, skipped: [] } },
    ]);
    expect(closingLines(sum)).toBe(
      'skipped: opens a port: no PTYs here\n5 passed, 0 failed, 1 skipped',
    );
  });

  it('counts a failure for a run that ends badly without naming one', () => {
    const tally = { passed: 7, failed: 0, skipped: [] };
    expect(sumOf([{ isGood: false, tally }]).failed).toBe(1);
  });

  it('counts the failures that a run names once', () => {
    const tally = { passed: 7, failed: 2, skipped: [] };
    expect(sumOf([{ isGood: false, tally }]).failed).toBe(2);
  });

  it('counts a skip without a reason as a failure', () => {
    const tally = { passed: 0, failed: 0, skipped: [{ name: 'looks away' }] };
    expect(sumOf([{ isGood: true, tally }])).toMatchObject({ failed: 1 });
  });

  it('counts a run that left no report as failed', () => {
    expect(readVitestTally(missing)).toEqual({
      passed: 0,
      failed: 1,
      skipped: [],
    });
    expect(readPlaywrightTally(missing)).toEqual({
      passed: 0,
      failed: 1,
      skipped: [],
    });
  });

  it('reads nested suites, errors outside tests and flaky tests of Playwright', () => {
    const spec = (
      title: string,
      status: string,
      annotations: object[] = [],
    ) => ({
      title,
      file: 'gate.spec.ts',
      tests: [{ status, annotations }],
    });
    const path = written('playwright.json', {
      errors: [{ message: 'a file that does not load' }],
      suites: [
        {
          specs: [
            spec('admits', 'expected'),
            spec('sometimes denies', 'flaky'),
          ],
          suites: [
            {
              specs: [
                spec('refuses', 'unexpected'),
                spec('opens a window', 'skipped', [
                  { type: 'skip', description: 'no Electron' },
                ]),
                spec('looks away', 'skipped', [{ type: 'skip' }]),
              ],
            },
          ],
        },
      ],
    });
    expect(readPlaywrightTally(path)).toEqual({
      passed: 1,
      failed: 3,
      skipped: [
        { name: 'gate.spec.ts: opens a window', reason: 'no Electron' },
        { name: 'gate.spec.ts: looks away' },
      ],
    });
  });
});
