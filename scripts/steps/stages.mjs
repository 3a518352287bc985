import { say } from './say.mjs';

/**
 * @typedef {{ readonly name: string, readonly isGood: boolean, readonly seconds: number }} Stage
 */

/**
 * Does one stage, tells that it begins, and takes its time; a stage is good when it answers 0.
 * @param {string} name
 * @param {() => Promise<number>} work
 * @returns {Promise<Stage>}
 */
export async function doStage(name, work) {
  say(name);
  const startedMs = performance.now();
  const exitCode = await work();
  const seconds = (performance.now() - startedMs) / 1000;
  return { name, isGood: exitCode === 0, seconds };
}

/**
 * The stages as a table.
 * @param {readonly Stage[]} stages
 */
export function tableOf(stages) {
  const width = Math.max(...stages.map(({ name }) => name.length));
  return stages
    .map(
      ({ name, isGood, seconds }) =>
        `  ${isGood ? '✓' : '✗'} ${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s`,
    )
    .join('\n');
}
