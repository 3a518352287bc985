import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './steps/main.mjs';
import { root } from './steps/root.mjs';
import { Advice } from './steps/say.mjs';
import { readSoakArguments, soakStages } from './steps/soak-stages.mjs';
import { runTool } from './steps/spawn.mjs';
import { doStage } from './steps/stages.mjs';

/**
 * The long run: the tests that kill, fuzz, guess and grow, with the full counts once, or round and
 * round for a time: `npm run soak -- --minutes 60`, `-- --kills 5000`, `-- --only fuzz`.
 */
const counts = join(root, '.build', 'soak-counts.jsonl');

await main(async () => {
  const asked = readSoakArguments(process.argv.slice(2));
  if (typeof asked === 'string') {
    const names = soakStages.map(({ name }) => name).join(', ');
    throw new Advice(
      asked,
      `Say --minutes N, or --NAME N and --only NAME with a name of ${names}.`,
    );
  }
  mkdirSync(join(root, '.build'), { recursive: true });
  /** @type {Map<string, { count: number, rounds: number, failed: number, seconds: number }>} */
  const sums = new Map();
  const endsAtMs = performance.now() + (asked.minutes ?? 0) * 60_000;
  do {
    for (const stage of asked.stages) {
      const sum = sums.get(stage.name) ?? {
        count: 0,
        rounds: 0,
        failed: 0,
        seconds: 0,
      };
      const done = await soak(stage);
      sums.set(stage.name, {
        count: sum.count + done.count,
        rounds: sum.rounds + 1,
        failed: sum.failed + (done.isGood ? 0 : 1),
        seconds: sum.seconds + done.seconds,
      });
    }
  } while (performance.now() < endsAtMs);

  console.table(
    asked.stages.map(({ name, of }) => {
      const { count = 0, ...sum } = sums.get(name) ?? {};
      return { stage: name, count, of, ...sum };
    }),
  );
  return [...sums.values()].every(({ failed }) => failed === 0) ? 0 : 1;
});

/**
 * One stage, once. A stage whose tests did not say how much they went through has failed.
 * @param {import('./steps/soak-stages.mjs').SoakStage & { readonly count: number }} stage
 */
async function soak({ name, tests, variable, count }) {
  rmSync(counts, { force: true });
  writeFileSync(counts, '');
  const { isGood, seconds } = await doStage(`soak: ${name}`, () =>
    runTool('vitest', ['run', tests], {
      ...process.env,
      [variable]: String(count),
      POSTERN_COUNTS: counts,
    }),
  );
  const through = countOf(name);
  return {
    count: through,
    isGood: isGood && through >= count,
    seconds: Math.round(seconds),
  };
}

/** @param {string} name */
function countOf(name) {
  return readFileSync(counts, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ what }) => what === name)
    .reduce((sum, { count }) => sum + count, 0);
}
