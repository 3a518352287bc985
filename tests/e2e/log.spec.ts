import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fill } from '#kiosk/contract';
import { openPtyPair, type PtyPair } from '../pty.ts';
import { firstRun, usualAnswers } from '../site/first-run.ts';
import { startKioskProcess, type KioskProcess } from '../site/kiosk-process.ts';
import { makeRegion, type Region } from '../site/make-region.ts';
import { sqliteShell } from '../site/sqlite-shell.ts';
import { bigWord, expect, openScreen, says, test } from './lane.ts';

const { screen } = says.log;

let region: Region;
let folder: string;
let kiosk: KioskProcess;
let scanner: PtyPair;

test.beforeAll(() => {
  region = makeRegion();
});
test.afterAll(() => {
  region.remove();
});
test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), 'postern-log-'));
  kiosk = await startKioskProcess({ folder });
  scanner = await openPtyPair();
  await openScreen(page, kiosk.url, 'zh');
});
test.afterEach(async () => {
  await kiosk.stop();
  await scanner.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('an empty folder becomes a lane whose log is exported, verified, and caught when it is changed', async ({
  page,
}) => {
  // A whole day of a checkpoint in one test.
  test.setTimeout(120_000);
  await setUp(page);
  await admitSomeone(page);
  await logIn(page);

  const row = page.getByRole('row').filter({ hasText: '张*明' });
  await expect(row).toContainText(says.outcomes.admit);
  await expect(row).toContainText('PILOT-51');
  await hasNothingSerious(page);
  const seq = await row.getByRole('button').textContent();
  await row.getByRole('button').click();
  const entry = page.getByRole('complementary');
  await expect(entry).toContainText('colour-green');
  await expect(entry).not.toContainText('张小明');
  await page.keyboard.press('Escape');

  const first = await exportAll(page);
  await page.keyboard.press('Escape');
  expect(readFileSync(first.file, 'utf8')).toContain('张*明');
  expect(readFileSync(first.file, 'utf8')).not.toContain('张小明');
  const hash = createHash('sha256').update(readFileSync(first.file));
  expect(first.sha256).toBe(hash.digest('hex'));
  expect(verify(first.file)).toMatchObject({ status: 0 });
  expect(verify(first.file, '--data', folder)).toMatchObject({ status: 0 });

  sqliteShell(
    folder,
    `DROP TRIGGER entry_is_never_changed;
     UPDATE entry SET outcome = 'deny' WHERE seq = ${String(seq)};`,
  );
  const changedAfter = verify(first.file, '--data', folder);
  expect(changedAfter.status).toBe(1);
  expect(changedAfter.stdout).toContain(
    `entry ${String(seq)} of the log was altered (a column contradicts its header)`,
  );

  const second = await exportAll(page);
  await expect(second.dialog).toContainText(
    fill(screen['found-altered'], { n: 1, seqs: String(seq) }),
  );
  const changedBefore = verify(second.file);
  expect(changedBefore.status).toBe(1);
  expect(changedBefore.stdout).toContain(
    `entry ${String(seq)} had been altered in the log when it was exported`,
  );
});

async function setUp(page: Page): Promise<void> {
  const { rootFile, bundleFile } = region;
  await firstRun(page).finish({
    ...usualAnswers,
    rootFile,
    bundleFile,
    scannerPath: scanner.kioskPath,
  });
  const toGate = says.setup.screen['to-gate'];
  await page.getByRole('button', { name: toGate }).click();
}

async function admitSomeone(page: Page): Promise<void> {
  await expect(bigWord(page)).toContainText(says.screen['show-pass']);
  await scanner.write(`${region.pass}\r`);
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
}

async function logIn(page: Page): Promise<void> {
  const staff = says.staff.screen['staff-area'];
  await page.getByRole('button', { name: staff }).click();
  await page.getByRole('button', { name: usualAnswers.supervisor }).click();
  const pin = says.staff.screen['enter-pin'];
  await page.getByLabel(pin).fill(usualAnswers.pin);
  await page.keyboard.press('Enter');
}

async function exportAll(page: Page) {
  await page.getByRole('radio', { name: screen['any-time'] }).click();
  await page
    .getByRole('button', { name: `${screen.export} Export`, exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: screen.export });
  await hasNothingSerious(page);
  await dialog.getByRole('button', { name: screen['start-export'] }).click();
  await expect(dialog.getByRole('status')).toContainText(
    screen['safe-to-unplug'],
  );
  await hasNothingSerious(page);
  const said = async (name: string): Promise<string> =>
    (await dialog
      .locator('.log-fact')
      .filter({ hasText: name })
      .locator('dd')
      .textContent()) ?? '';
  return {
    dialog,
    file: await said(screen.file),
    sha256: (await said('SHA-256')).replaceAll(' ', ''),
  };
}

function verify(...args: readonly string[]) {
  return spawnSync(process.execPath, ['kiosk/verify-export.ts', ...args], {
    encoding: 'utf8',
  });
}

async function hasNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
}
