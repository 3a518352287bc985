import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { root } from './root.mjs';
import { Advice } from './say.mjs';

/**
 * Runs a command's body on a ready clone under Node 24. A failure that has advice ends it with both
 * sentences; anything else is a defect and keeps its stack.
 * @param {() => Promise<number>} body answers the exit code
 */
export async function main(body) {
  process.env['NODE_COMPILE_CACHE'] ??= compileCache;
  try {
    process.exitCode = (await bootstrap()) ?? (await body());
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    console.error(`\n✗ ${error.message}\n  What to do: ${error.whatToDo}`);
    process.exitCode = 1;
  }
}

/** Node strips the types of each file once and keeps what is left here, for every later start and thread. */
const compileCache = join(root, '.build', 'compile-cache');
