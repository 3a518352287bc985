import { test as base, expect, type Page } from '@playwright/test';
import {
  simulatedThermometer,
  type SimulatedThermometer,
} from '#fixtures/devices';
import { words } from '#kiosk/contract';
import { openPtyPair, type PtyPair } from '../pty.ts';
import { startKioskProcess, type KioskProcess } from '../site/kiosk-process.ts';
import { makeSite, type Site } from '../site/make-site.ts';

/** A whole lane: a site, a kiosk process, real serial ports, and its screen in a real browser. */
export interface Lane {
  readonly site: Site;
  readonly kiosk: KioskProcess;
  readonly scanner: PtyPair;
  /** Sends frames as the module does; shows an empty room until someone steps before it. */
  readonly thermometer: SimulatedThermometer;
  readonly thermometerPort: PtyPair;
  /** What a serial scanner does with a code it has read. */
  scan(text: string): Promise<void>;
  /** A person of that body temperature, hundredths of a degree, before the sensor; then nobody. */
  person(centi: number): void;
  nobody(): void;
}

/** The words of the screens under test. */
export const says = words.zh;

const room = { objectCenti: 2150, ambientCenti: 2100 };

/** `lane` takes temperatures, `page` shows its screen, in Chinese unless a test says otherwise. */
export const test = base.extend<{ lane: Lane; language: 'zh' | 'en' }>({
  language: ['zh', { option: true }],
  lane: async ({ language, page }, use) => {
    const [scanner, thermometerPort] = await Promise.all([
      openPtyPair(),
      openPtyPair(),
    ]);
    const site = await makeSite({
      scannerPath: scanner.kioskPath,
      thermometerPath: thermometerPort.kioskPath,
      policy: 'with-temperature',
    });
    const kiosk = await startKioskProcess({ folder: site.folder });
    const thermometer = simulatedThermometer((bytes) => {
      void thermometerPort.write(bytes);
    }, room);
    await openScreen(page, kiosk.url, language);
    await use({
      site,
      kiosk,
      scanner,
      thermometer,
      thermometerPort,
      scan: (text) => scanner.write(`${text}\r`),
      person: (centi) => {
        thermometer.face({
          objectCenti: centi,
          ambientCenti: room.ambientCenti,
        });
      },
      nobody: () => {
        thermometer.face(room);
      },
    });
    thermometer.stop();
    await kiosk.stop();
    await Promise.all([scanner.remove(), thermometerPort.remove()]);
    site.remove();
  },
});

/** Opens a kiosk's page and waits until it shows a live gate. */
export async function openScreen(
  page: Page,
  url: string,
  language: 'zh' | 'en',
): Promise<void> {
  await page.addInitScript((chosen) => {
    localStorage.setItem('postern.language', chosen);
  }, language);
  await page.goto(url);
  await expect(page.getByRole('contentinfo')).toContainText(/\d+\.\d+\.\d+/);
}

/** The one big word of the screen. */
export function bigWord(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('heading', { level: 1 });
}

export { expect };
