import { test as base } from '@playwright/test';
import {
  everyIssuer,
  makeIssuerKey,
  sourcePolicies,
  type SourceSystem,
} from '#fixtures/issuer';
import { openPtyPair } from '../pty.ts';
import { startKioskProcess } from '../site/kiosk-process.ts';
import { makeSite, siteIssuer } from '../site/make-site.ts';
import { bigWord, expect, openScreen, says } from './lane.ts';

const prefix = 'TEST-';
const nowSeconds = Math.floor(Date.now() / 1000);
const policies = sourcePolicies({
  prefix,
  from: nowSeconds - 86_400,
  legacyUntil: nowSeconds + 86_400,
});

/** Of Shanghai, which is 31: one of the provinces that Shandong recognises. */
const issuer = makeIssuerKey(siteIssuer, {
  kinds: ['pass'],
  forms: ['static'],
  from: nowSeconds - 86_400,
  until: nowSeconds + 86_400,
  areas: [],
});

const expected: Readonly<
  Record<SourceSystem, readonly [word: string, reasons: readonly string[]]>
> = {
  liaoning: [says.outcomes.deny, [guardWord('colour-denied')]],
  national: [says.outcomes.hold, [guardWord('temperature-missing')]],
  guangxi: [
    says.outcomes.hold,
    [guardWord('arrival'), guardWord('temperature-missing')],
  ],
  sichuan: [says.outcomes.hold, [guardWord('check-id')]],
  shandong: [says.outcomes.admit, [guardWord('colour-green')]],
};

base(
  'one pass at five checkpoints is met as each source system demands',
  async ({ page }) => {
    base.setTimeout(180_000);
    let pass: string | undefined;
    for (const system of systems()) {
      const scanner = await openPtyPair();
      const site = await makeSite({
        scannerPath: scanner.kioskPath,
        policy: policies[system],
        others: everyIssuer(prefix),
        issuer,
      });
      pass ??= site.pass();
      const kiosk = await startKioskProcess({ folder: site.folder });
      await openScreen(page, kiosk.url, 'zh');
      await scanner.write(`${pass}\r`);
      const [word, reasons] = expected[system];
      // Nobody steps before the thermometer where one is asked for.
      await expect(bigWord(page)).toContainText(word, { timeout: 30_000 });
      for (const reason of reasons)
        await expect(page.getByRole('main')).toContainText(reason);
      await kiosk.stop();
      await scanner.remove();
      site.remove();
    }
  },
);

function systems(): readonly SourceSystem[] {
  return ['liaoning', 'national', 'guangxi', 'sichuan', 'shandong'];
}

function guardWord(code: keyof typeof says.reasons): string {
  return says.reasons[code].guard;
}
