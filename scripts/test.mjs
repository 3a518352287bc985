import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './steps/browser.mjs';
import { doChecks } from './steps/checks.mjs';
import { main } from './steps/main.mjs';
import { root } from './steps/root.mjs';
import { say } from './steps/say.mjs';
import { ensureSystemTools } from './steps/system-tools.mjs';
import { runTool } from './steps/spawn.mjs';
import { doStage, tableOf } from './steps/stages.mjs';
import {
  closingLines,
  readPlaywrightTally,
  readVitestTally,
  sumOf,
} from './steps/tally.mjs';

const reports = join(root, '.build', 'reports');
const vitestTally = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

await main(async () => {
  await ensureSystemTools();
  const browser = await ensureBrowser();
  say(`The browser is ${browser}.`);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const checks = await doChecks();
  const unit = await doStage('tests (vitest)', () =>
    runTool(
      'vitest',
      [
        'run',
        '--reporter=default',
        '--reporter=./scripts/steps/tally-reporter.mjs',
      ],
      {
        ...process.env,
        POSTERN_TALLY: vitestTally,
      },
    ),
  );
  const build = await doStage('screens (vite build)', () =>
    runTool('vite', ['build']),
  );
  const endToEnd = await doStage('end to end (playwright)', () =>
    runTool('@playwright/test', ['test', '--reporter=list,json'], {
      ...process.env,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    }),
  );

  const nothing = { passed: 0, failed: 0, skipped: [] };
  const sum = sumOf([
    ...[...checks, build].map(({ isGood }) => ({ tally: nothing, isGood })),
    { tally: readVitestTally(vitestTally), isGood: unit.isGood },
    { tally: readPlaywrightTally(playwrightReport), isGood: endToEnd.isGood },
  ]);
  console.log(
    `\n${tableOf([...checks, unit, build, endToEnd])}\n\n${closingLines(sum)}`,
  );
  return sum.failed === 0 ? 0 : 1;
});
