import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
];

/** CHROMIUM_PATH, or an installed browser; undefined leaves the choice to Playwright. */
export function findChromium(): string | undefined {
  return (
    process.env['CHROMIUM_PATH'] ?? places.find((place) => existsSync(place))
  );
}
