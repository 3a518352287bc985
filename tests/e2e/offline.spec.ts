import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readBundleFile } from '#core/trust';
import { freshnessToken, makeBundle, policies } from '#fixtures/issuer';
import { openPtyPair, type PtyPair } from '../pty.ts';
import { startKioskProcess, type KioskProcess } from '../site/kiosk-process.ts';
import { makeSite, siteStaff, type Site } from '../site/make-site.ts';
import { bigWord, expect, openScreen, says, test as base } from './lane.ts';

const dayMs = 86_400_000;
const { screen } = says.trust;

/** A lane nobody brings anything to, and that a test can leave alone for days. */
interface LonelyLane {
  readonly site: Site;
  /** What it is now for this kiosk, UTC milliseconds. */
  now(): number;
  /** The host runs on for so many days since the beginning. */
  daysOn(days: number): void;
  scan(choice?: { readonly colour?: 'red' }): Promise<void>;
  scanText(text: string): Promise<void>;
  restart(): Promise<void>;
}

const test = base.extend<{ lonely: LonelyLane }>({
  lonely: async ({ page }, use) => {
    const scanner = await openPtyPair();
    const site = await makeSite({ scannerPath: scanner.kioskPath, policy });
    const lane = await startLonely(site, scanner, page);
    await use(lane);
    await lane.stop();
    await scanner.remove();
    site.remove();
  },
});

/** Each person comes once: who came a moment ago is another story. */
const policy = { ...policies['green-passes'], seenAgainWithinMs: 0 };

async function startLonely(
  site: Site,
  scanner: PtyPair,
  page: Page,
): Promise<LonelyLane & { stop(): Promise<void> }> {
  let aheadMs = 0;
  let kiosk: KioskProcess | undefined;
  let people = 100;
  const daysOn = (days: number): void => {
    aheadMs = days * dayMs;
    writeFileSync(join(site.folder, 'ahead-ms'), String(aheadMs));
  };
  const start = async (): Promise<void> => {
    const entry = 'tests/site/kiosk-in-time.ts';
    kiosk = await startKioskProcess({ folder: site.folder, entry });
    await openScreen(page, kiosk.url, 'zh');
  };
  const now = (): number => Date.now() + aheadMs;
  const scanText = (text: string): Promise<void> => scanner.write(`${text}\r`);
  daysOn(0);
  await start();
  return {
    site,
    now,
    daysOn,
    scanText,
    scan: (choice) => {
      people += 1;
      // Longer ago than a clock alone for a month may be off by.
      const issuedMs = now() - 3_600_000;
      return scanText(site.pass({ ...choice, index: people, issuedMs }));
    },
    restart: async () => {
      await kiosk?.kill();
      await start();
    },
    stop: async () => {
      await kiosk?.stop();
    },
  };
}

test('a kiosk alone for 2, 10 and 30 days says so at each rung, and a bundle from a drive brings it back', async ({
  lonely,
  page,
}) => {
  test.setTimeout(120_000);
  const colours = new Set<string>();
  const showsRung = async (
    rung: keyof typeof says.freshness,
  ): Promise<void> => {
    const badge = page.getByRole('contentinfo').locator('.rung');
    await expect(badge).toContainText(says.freshness[rung].label);
    colours.add(
      await badge.evaluate((shown) => getComputedStyle(shown).backgroundColor),
    );
  };
  const warns = (rung: 'banner' | 'hold' | 'expired') =>
    expect(page.locator('.strip')).toContainText(says.freshness[rung].warning);

  await lonely.scan();
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
  await showsRung('normal');
  await expect(page.locator('.strip')).toHaveCount(0);

  lonely.daysOn(2);
  await lonely.scan();
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
  await showsRung('banner');
  await warns('banner');
  await expect(page.getByRole('contentinfo')).toContainText('信任 2 天');

  lonely.daysOn(10);
  await lonely.scan();
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await expect(page.getByRole('main')).toContainText(
    says.reasons['stale-trust'].guard,
  );
  await showsRung('hold');
  await warns('hold');
  await refuse(page);
  await lonely.scan({ colour: 'red' });
  await expect(bigWord(page)).toContainText(says.outcomes.deny);

  lonely.daysOn(30);
  await lonely.restart();
  await lonely.scan();
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await expect(page.getByRole('main')).toContainText(
    says.reasons['expired-trust'].guard,
  );
  await showsRung('expired');
  await refuse(page);
  expect(colours.size).toBe(4);

  bringBundle(lonely);
  await logIn(page);
  await importBundle(page);
  await expect(page.getByRole('dialog')).toContainText(screen.imported);
  await button(page, screen.close).last().click();
  await showsRung('normal');
  await lonely.scan();
  await expect(page.locator('.live')).toContainText(says.outcomes.admit);
});

test('a freshness token held to the scanner brings a stale kiosk back, and goes on after a restart', async ({
  lonely,
  page,
}) => {
  lonely.daysOn(10);
  await lonely.scan();
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await refuse(page);

  const early = tokenAt(lonely, lonely.now() - 9 * dayMs);
  const fresh = tokenAt(lonely, lonely.now() - 60_000);
  await lonely.scanText(fresh);
  await expect(bigWord(page)).toContainText(says.reasons['not-a-pass'].guard);
  await page.keyboard.press('Enter');

  await page.locator('.bar-data').click();
  await button(page, screen.token).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('等候');
  await lonely.scanText(early);
  await expect(dialog).toContainText(says.trust.errors['token.expired']);
  await dialog.getByRole('button', { name: screen['token-again'] }).click();
  await expect(dialog).toContainText('等候');
  await lonely.scanText(fresh);
  await expect(dialog).toContainText('已确认仍是最新');
  await dialog.getByRole('button', { name: screen.close }).last().click();
  await page.keyboard.press('Escape');

  await lonely.scan();
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
  await lonely.restart();
  await lonely.scan();
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
});

/** The publisher has gone on meanwhile; somebody carries it over. */
function bringBundle({ site, now }: LonelyLane): void {
  const draft = { ...site.draft, version: 2 };
  const folder = join(site.folder, 'bundles');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'bundle.hpb'),
    makeBundle(site.root, draft, now() - 60_000),
  );
}

/** Says that the first bundle is still the latest, for the day after its signing. */
function tokenAt({ site }: LonelyLane, signedMs: number): string {
  const sha256 = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.from(createHash('sha256').update(bytes).digest());
  const files = readBundleFile(site.bundle, sha256);
  const snapshot = files.ok ? files.value.get('snapshot.json') : undefined;
  if (snapshot === undefined) throw new Error('a bundle has a snapshot');
  const issuedAt = Math.floor(signedMs / 1000);
  return freshnessToken(site.root, {
    timestampVersion: site.draft.version,
    snapshotSha256: sha256(snapshot),
    issuedAt,
    expiresAt: issuedAt + 86_400,
  });
}

async function logIn(page: Page): Promise<void> {
  await button(page, says.staff.screen['staff-area']).click();
  await button(page, siteStaff.supervisor).click();
  await page.getByLabel(says.staff.screen['enter-pin']).fill(siteStaff.pin);
  await page.keyboard.press('Enter');
  await expect(page.locator('.session')).toContainText(siteStaff.supervisor);
}

async function importBundle(page: Page): Promise<void> {
  await page.locator('.bar-data').click();
  await button(page, screen.import).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: screen.next }).click();
  await dialog
    .getByRole('button', { name: screen['start-import'] })
    .last()
    .click();
}

async function refuse(page: Page): Promise<void> {
  await button(page, says.resolutions.refuse).click();
  await button(page, says.refuseReasons['no-valid-pass']).click();
  await expect(bigWord(page)).toContainText(says.screen['refused-by-guard']);
  await page.keyboard.press('Enter');
}

function button(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name });
}
