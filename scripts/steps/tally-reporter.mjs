import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './root.mjs';

/** A Vitest reporter that writes our tally, with the reason of every skip, to POSTERN_TALLY. */
export default class TallyReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const { POSTERN_TALLY: file } = process.env;
    if (file === undefined) throw new Error('POSTERN_TALLY names no file');
    writeFileSync(file, JSON.stringify(tallyOf(modules, unhandledErrors)));
  }
}

/**
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly unknown[]} unhandledErrors
 * @returns {import('./tally.mjs').Tally}
 */
function tallyOf(modules, unhandledErrors) {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const skipped = tests.flatMap((test) => {
    const result = test.result();
    if (result.state !== 'skipped') return [];
    const name = `${relative(root, test.module.moduleId)}: ${test.fullName}`;
    const reason = result.note ?? reasonIn(test.fullName);
    return [{ name, ...(reason === undefined ? {} : { reason }) }];
  });
  const broken = modules.filter(
    (module) => module.state() === 'failed' && module.errors().length > 0,
  );
  const failed = tests.filter((test) => test.result().state === 'failed');
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: failed.length + broken.length + unhandledErrors.length,
    skipped,
  };
}

/**
 * `skipIf` takes no note, so a suite says in its own name why it is skipped: `… (skipped: why)`.
 * @param {string} fullName
 */
function reasonIn(fullName) {
  return /\((skipped[^()]*)\)/.exec(fullName)?.[1];
}
