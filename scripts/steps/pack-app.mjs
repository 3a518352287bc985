import { bundleShell } from './bundle.mjs';
import { writeNotices } from './notices.mjs';
import { Advice, say } from './say.mjs';
import { runTool } from './spawn.mjs';

/**
 * Builds the screens and the bundle, and packs them with electron-builder. Answers its exit code.
 * @param {readonly string[]} words for electron-builder: its targets and options
 */
export async function packApp(words) {
  const screens = await runTool('vite', ['build', '--logLevel', 'warn'], {
    ...process.env,
    // Whatever the shell says: another build would name the folders of this machine.
    NODE_ENV: 'production',
  });
  if (screens !== 0) return screens;
  await bundleShell();
  writeNotices();
  say('Packing; what is not in the cache yet is downloaded.');
  const exitCode = await runTool('electron-builder', [
    '--publish=never',
    ...words,
  ]);
  if (exitCode !== 0) {
    throw new Advice(
      `electron-builder ended with exit code ${exitCode}; its own words stand above.`,
      'where it could not download Electron\'s program or a packing tool, see "Packing" in docs/operating.md.',
    );
  }
  return exitCode;
}
