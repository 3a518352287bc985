import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ readonly name: string, readonly reason?: string }} Skip
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: readonly Skip[] }} Tally
 */

/**
 * What our Vitest reporter wrote; a run that wrote nothing has failed.
 * @param {string} file
 * @returns {Tally}
 */
export function readVitestTally(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : brokenRun;
}

/**
 * The totals of a Playwright JSON report; a run that wrote none has failed.
 * @param {string} file
 * @returns {Tally}
 */
export function readPlaywrightTally(file) {
  return existsSync(file)
    ? tallyOfReport(JSON.parse(readFileSync(file, 'utf8')))
    : brokenRun;
}

/**
 * All of them as one. A run whose exit code is bad counts at least one failure, and a skip without
 * a reason is a failure: nothing is left out silently.
 * @param {readonly { readonly tally: Tally, readonly isGood: boolean }[]} runs
 * @returns {Tally}
 */
export function sumOf(runs) {
  const skipped = runs.flatMap(({ tally }) => tally.skipped);
  const failed = runs.map(({ tally, isGood }) =>
    isGood ? tally.failed : Math.max(1, tally.failed),
  );
  return {
    passed: total(runs.map(({ tally }) => tally.passed)),
    failed:
      total(failed) +
      skipped.filter((skip) => skip.reason === undefined).length,
    skipped,
  };
}

/**
 * Every skip with its reason, then the one line that ends a test run.
 * @param {Tally} tally
 */
export function closingLines({ passed, failed, skipped }) {
  const skips = skipped.map(
    ({ name, reason }) =>
      `skipped: ${name}: ${reason ?? 'no reason given, which counts as a failure'}`,
  );
  return [
    ...skips,
    `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
  ].join('\n');
}

/** @type {Tally} */
const brokenRun = { passed: 0, failed: 1, skipped: [] };

/**
 * @param {import('@playwright/test/reporter').JSONReport} report
 * @returns {Tally}
 */
function tallyOfReport(report) {
  const tests = report.suites.flatMap(testsIn);
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed:
      tests.filter(
        ({ status }) => status === 'unexpected' || status === 'flaky',
      ).length + report.errors.length,
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ name, reason }) => ({
        name,
        ...(reason === undefined ? {} : { reason }),
      })),
  };
}

/**
 * @param {import('@playwright/test/reporter').JSONReportSuite} suite
 * @returns {{ name: string, status: string, reason: string | undefined }[]}
 */
function testsIn(suite) {
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({
      name: `${spec.file}: ${spec.title}`,
      status: test.status,
      reason: test.annotations.find(({ type }) => type === 'skip')?.description,
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsIn)];
}

/** @param {readonly number[]} numbers */
function total(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}
