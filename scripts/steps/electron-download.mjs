import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Run as a process of its own, so that skipping is killing it. It fills the cache of Electron's own
// downloader, which comes with Electron and is resolved from there.
const electron = createRequire(import.meta.url).resolve(
  'electron/package.json',
);
const { version } = JSON.parse(readFileSync(electron, 'utf8'));
const { downloadArtifact } = createRequire(electron)('@electron/get');

await downloadArtifact({
  version,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
  checksums: createRequire(electron)('./checksums.json'),
  downloadOptions: { quiet: true, getProgressCallback: createProgress() },
});

/** One line that is written over on a terminal; elsewhere a line for every tenth. */
function createProgress() {
  const step = process.stdout.isTTY ? 1 : 10;
  let told = -1;
  /** @param {{ readonly transferred: number, readonly total: number | null }} progress */
  return async ({ transferred, total }) => {
    if (total === null) return;
    const percent = Math.floor((100 * transferred) / total / step) * step;
    if (percent === told) return;
    told = percent;
    const line = `  ${percent} % of ${Math.round(total / 1e6)} MB`;
    process.stdout.write(
      process.stdout.isTTY && percent < 100 ? `${line}\r` : `${line}\n`,
    );
  };
}
