import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  findOnPath,
  installPackage,
  isCi,
  isDebian,
  isRoot,
  mayInstallPackages,
} from './debian.mjs';
import { Advice, say } from './say.mjs';
import { runTool } from './spawn.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/**
 * A Chromium that can drive the tests: CHROMIUM_PATH, Playwright's own download, or an installed
 * Chromium, Chrome or Edge.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const { CHROMIUM_PATH: given } = process.env;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new Advice(
      `CHROMIUM_PATH names ${given}, and there is nothing there.`,
      'correct it, or unset it to have a browser found.',
    );
  }
  return [
    playwrightsOwn(),
    ...commands.map(findOnPath),
    ...desktopPlaces(),
  ].find((path) => path !== undefined && existsSync(path));
}

/** A browser, fetched where there is none. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (isDebian() && mayInstallPackages()) await installPackage('chromium');
  else await downloadPlaywrights();
  const browser = findBrowser();
  if (browser !== undefined) return browser;
  throw new Advice(
    'There is no Chromium, Chrome or Edge here, and none could be fetched; the reason stands above.',
    'install one, or set CHROMIUM_PATH to one, and run the command again.',
  );
}

async function downloadPlaywrights() {
  say('No browser found: Playwright downloads its Chromium (about 150 MB).');
  const withLibraries = process.platform === 'linux' && (isRoot() || isCi());
  await runTool('@playwright/test', [
    'install',
    ...(withLibraries ? ['--with-deps'] : []),
    'chromium',
  ]);
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  /** @type {string} */
  const path = chromium.executablePath();
  return path;
}

function desktopPlaces() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform !== 'win32') return [];
  const {
    ProgramFiles,
    LOCALAPPDATA,
    'ProgramFiles(x86)': programFiles86,
  } = process.env;
  return [ProgramFiles, programFiles86, LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
}
