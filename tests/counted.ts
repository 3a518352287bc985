import { appendFileSync } from 'node:fs';

/**
 * Says how much a test went through, and leaves it for the table at the end of a soak run, which
 * names a file in POSTERN_COUNTS. `what` is one of the stages of scripts/steps/soak-stages.mjs.
 */
export function counted(what: string, count: number, note = ''): void {
  console.log(`${what}: ${count.toLocaleString('en')}${note && ` ${note}`}`);
  const file = process.env['POSTERN_COUNTS'];
  if (file !== undefined)
    appendFileSync(file, `${JSON.stringify({ what, count })}\n`);
}
