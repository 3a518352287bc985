import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { Advice, say } from './say.mjs';
import { runTool } from './spawn.mjs';

const sources = [
  'renderer',
  'kiosk/contract',
  'vite.config.ts',
  'package-lock.json',
];
const page = 'dist/renderer/index.html';

/** Builds the screens where their sources are newer than the last build. */
export async function ensureRenderer() {
  if (!isRendererStale()) return;
  say('Building the screens.');
  const exitCode = await runTool('vite', ['build', '--logLevel', 'warn']);
  if (exitCode !== 0) {
    throw new Advice(
      `The screens could not be built (exit code ${exitCode}); the reason stands above.`,
      'on an unchanged clone, delete node_modules and try again; else mend what it names.',
    );
  }
}

/** Whether a source changed, or went away, after the last build. */
export function isRendererStale(folder = root) {
  const built = join(folder, page);
  if (!existsSync(built)) return true;
  const builtMs = statSync(built).mtimeMs;
  return sources.some((source) => newestMs(join(folder, source)) > builtMs);
}

/**
 * A folder's own time counts too: it is what moves when a file is deleted.
 * @param {string} path
 * @returns {number}
 */
function newestMs(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(
    stats.mtimeMs,
    ...readdirSync(path).map((name) => newestMs(join(path, name))),
  );
}
