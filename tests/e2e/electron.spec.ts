import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { words } from '#kiosk/contract';
import { bundleShell } from '../../scripts/steps/bundle.mjs';
import { isRoot } from '../../scripts/steps/debian.mjs';
import { findElectron } from '../../scripts/steps/electron-binary.mjs';
import { whyLoopback } from '../../scripts/steps/host.mjs';

const program = findElectron();
const why =
  program === undefined
    ? "Electron's program is not here: it comes from a host of its own, `npm start` fetches it"
    : whyLoopback({
        isRoot: isRoot(),
        platform: process.platform,
        env: process.env,
      });
// Where Electron is the point of the run, its absence is a failure.
if (why !== undefined && process.env['POSTERN_ELECTRON'] === 'required')
  throw new Error(why);
test.skip(why !== undefined, why);
test.describe.configure({ mode: 'serial' });

let folder: string;
let shell: ElectronApplication;
let page: Page;
/** Every address that a page asked for. */
const asked: string[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postern-electron-'));
  shell = await _electron.launch({
    executablePath: program ?? '',
    // Playwright would start it with --no-sandbox.
    chromiumSandbox: true,
    args: [await bundleShell(), '--demo', '--data', folder],
  });
  shell.context().on('request', (request) => asked.push(request.url()));
  page = await shell.firstWindow();
});

test.afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

test('a person is judged in the desktop window, under a ribbon that says demo', async () => {
  await expect(page.getByText('演示 DEMO')).toBeVisible();
  const outcomes = Object.values(words.zh.outcomes).join('|');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    new RegExp(outcomes),
    { timeout: 30_000 },
  );
});

test('the language changes in place', async () => {
  const language = page.locator('html');
  await expect(language).toHaveAttribute('lang', /^zh/);
  await page.keyboard.press('F7');
  await expect(language).toHaveAttribute('lang', /^en/);
});

test('the page is ours alone: no Node in it, one door to the shell, nothing from a network', async () => {
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText(/\d+\.\d+\.\d+/);
  expect(page.url()).toBe('app://kiosk/index.html');
  expect(asked.length).toBeGreaterThan(0);
  expect(
    asked.filter((address) => !address.startsWith('app://kiosk/')),
  ).toEqual([]);
  const seen = await page.evaluate(async () => ({
    // Electron hands a door in only where the page's world is its own.
    doors: Object.keys((window as Doored).postern ?? {}),
    node: ['require', 'process', 'module', 'Buffer'].filter(
      (name) => name in window,
    ),
    isRefused: await fetch('https://example.org/').then(
      () => false,
      () => true,
    ),
    files: await fetch('file:///etc/hostname').then(
      () => 'read',
      () => 'refused',
    ),
  }));
  expect(seen).toEqual({
    doors: ['requestPort'],
    node: [],
    isRefused: true,
    files: 'refused',
  });
});

test("every window's page runs in Chromium's sandbox", async () => {
  const processes = await shell.evaluate(({ app, BrowserWindow }) => {
    const pages = BrowserWindow.getAllWindows().map(({ webContents }) =>
      webContents.getOSProcessId(),
    );
    return app
      .getAppMetrics()
      .filter(({ pid }) => pages.includes(pid))
      .map(({ pid, integrityLevel }) => ({ pid, integrityLevel }));
  });
  expect(processes.length).toBeGreaterThan(0);
  for (const { pid, integrityLevel } of processes)
    expect(
      process.platform === 'win32'
        ? integrityLevel
        : readFileSync(`/proc/${pid}/status`, 'utf8'),
    ).toMatch(/^(Seccomp:\s+2|untrusted|low)$/m);
});

test('the page goes nowhere and opens nothing', async () => {
  await page.evaluate(() => {
    window.open('https://example.org/');
    location.href = 'https://example.org/';
  });
  await expect(page.getByRole('contentinfo')).toContainText(/\d+\.\d+\.\d+/);
  expect(page.url()).toBe('app://kiosk/index.html');
  expect(
    shell.windows().map((window) => new URL(window.url()).protocol),
  ).toEqual(shell.windows().map(() => 'app:'));
});

/** A page that the shell's preload has been to. */
type Doored = Window & { readonly postern?: object };
