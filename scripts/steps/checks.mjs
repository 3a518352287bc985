import { runTool } from './spawn.mjs';
import { doStage } from './stages.mjs';

/**
 * What a reader of the code relies on: types and direction, lint, format, nothing unused. All four
 * run whatever the others find.
 * @returns {Promise<import('./stages.mjs').Stage[]>}
 */
export async function doChecks() {
  return [
    await doStage('types (tsc -b)', () => runTool('typescript', ['-b'])),
    await doStage('lint (oxlint)', () => runTool('oxlint', [])),
    await doStage('format (prettier)', () =>
      runTool('prettier', ['--check', '--log-level', 'warn', '.']),
    ),
    await doStage('nothing unused (knip)', () => runTool('knip', [])),
  ];
}
