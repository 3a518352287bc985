import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { fill } from '#kiosk/contract';
import { siteStaff } from '../site/make-site.ts';
import { bigWord, expect, openScreen, says, test } from './lane.ts';

const { screen, roles, errors } = says.staff;
const newPin = '40718256';

test('five wrong PINs lock a name, and the screen says for how long', async ({
  lane: _lane,
  page,
}) => {
  await openStaff(page);
  await page.getByRole('button', { name: siteStaff.supervisor }).click();
  for (let tried = 1; tried <= 5; tried += 1) {
    await typePin(page, '00000001');
    await page.keyboard.press('Enter');
    if (tried < 5)
      await expect(page.getByRole('main').getByRole('alert')).toContainText(
        errors['staff.wrong-pin'],
      );
  }
  const lock = page.locator('.lock-note');
  await expect(lock).toContainText(fill(screen['locked-for'], { time: '' }));
  await expect(lock).toContainText(/\d+ 秒/);
  await typePin(page, siteStaff.pin);
  await expect(button(page, screen['log-in'])).toBeDisabled();
});

test('a PIN is typed on the screen or the keys, and a scanner types nothing into it', async ({
  lane,
  page,
}) => {
  await openStaff(page);
  await page.getByRole('button', { name: siteStaff.supervisor }).click();
  await wedge(page, lane.site.pass({ colour: 'yellow' }));
  await expect(pinField(page)).toHaveValue('');
  await expect(page.locator('.live')).toContainText(says.outcomes.hold);

  for (const digit of siteStaff.pin)
    await page.getByRole('button', { name: digit, exact: true }).click();
  await expect(pinField(page)).toHaveValue(siteStaff.pin);
  await button(page, screen['log-in']).click();
  await expect(page.locator('.session')).toContainText(siteStaff.supervisor);
  await expect(page.locator('.session')).toContainText(roles.supervisor);
  await expect(page.locator('.session')).toContainText(/\d+ 分 \d+ 秒/);
  await expectNothingSerious(page);
  await button(page, screen['log-out']).click();
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
});

test('a badge is registered by scanning it, and from then on starts and ends the shift', async ({
  lane,
  page,
}) => {
  await logIn(page, siteStaff.supervisor, siteStaff.pin);
  await openTab(page, screen.people);
  const row = page.getByRole('row').filter({ hasText: siteStaff.guard });
  await expect(row).toContainText(screen['no-badge']);
  await row.getByRole('button', { name: screen.badge }).click();
  await lane.scan('BADGE-7001');
  const dialog = page.getByRole('dialog', {
    name: fill(screen['badge-for'], { name: siteStaff.guard }),
  });
  await expect(dialog.getByLabel(screen.badge)).toHaveValue('BADGE-7001');
  await dialog.getByRole('button', { name: screen.save }).click();
  await expect(row).toContainText(screen['has-badge']);
  await expectNothingSerious(page);
  await button(page, screen['log-out']).click();

  await lane.scan('BADGE-7001');
  await expect(page.getByRole('banner')).toContainText(siteStaff.guard);
  await expect(bigWord(page)).toContainText(says.screen['show-pass']);
  await lane.scan('BADGE-7001');
  await expect(page.getByRole('banner')).not.toContainText(siteStaff.guard);
});

test('a supervisor adds and removes people, and whoever is removed is logged out where they are', async ({
  lane,
  page,
  context,
}) => {
  await logIn(page, siteStaff.supervisor, siteStaff.pin);
  await openTab(page, screen.people);
  await addSupervisor(page, '新主管', '12345678');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(errors['staff.weak-pin']);
  await fillPins(dialog, newPin);
  await dialog.getByRole('button', { name: screen.save }).click();
  const row = page.getByRole('row').filter({ hasText: '新主管' });
  await expect(row).toContainText(roles.supervisor);

  const other = await context.newPage();
  await openScreen(other, lane.kiosk.url, 'zh');
  await logIn(other, '新主管', newPin);
  await row.getByRole('button', { name: screen.remove }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: screen.remove })
    .click();
  await expect(row).toHaveCount(0);
  await expect(other.getByRole('status').first()).toContainText(
    screen['session-ended'],
  );
  await expect(bigWord(other)).toContainText(screen['who-are-you']);
  await expect(other.getByRole('button', { name: '新主管' })).toHaveCount(0);
});

test('a PIN of one’s own is changed, and the auditor sees no people', async ({
  lane: _lane,
  page,
}) => {
  await logIn(page, siteStaff.auditor, siteStaff.pin);
  await expect(
    page.getByRole('navigation').getByRole('button', { name: screen.people }),
  ).toHaveCount(0);
  await openTab(page, screen['own-pin']);
  await page.getByLabel(screen['old-pin']).fill(siteStaff.pin);
  await fillPins(page.getByRole('main'), newPin);
  await button(page, screen['change-pin']).click();
  await expect(page.getByRole('status')).toContainText(screen['pin-changed']);
  await button(page, screen['log-out']).click();
  await logIn(page, siteStaff.auditor, newPin);
});

async function openStaff(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: screen['staff-area'] })
    .click();
}

async function logIn(page: Page, name: string, pin: string): Promise<void> {
  await openStaff(page);
  await page.getByRole('button', { name }).click();
  await typePin(page, pin);
  await page.keyboard.press('Enter');
  await expect(page.locator('.session')).toContainText(name);
}

/** As a keyboard wedge types: ten milliseconds a key by the keys' own time, however busy the machine. */
async function wedge(page: Page, text: string): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  for (const character of text) {
    timestamp += 0.01;
    const key = { key: character, text: character, timestamp };
    await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  }
  timestamp += 0.01;
  const enter = { key: 'Enter', text: '\r', timestamp };
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
  await keys.detach();
}

/** Slower than any scanner. */
async function typePin(page: Page, pin: string): Promise<void> {
  await pinField(page).focus();
  await expect(pinField(page)).toHaveValue('');
  await page.keyboard.type(pin, { delay: 60 });
}

function pinField(page: Page): Locator {
  return page.getByLabel(screen['enter-pin']);
}

function button(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('button', { name });
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
}

async function addSupervisor(
  page: Page,
  name: string,
  pin: string,
): Promise<void> {
  await button(page, screen['add-person']).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(screen.name).fill(name);
  await dialog.getByLabel(roles.supervisor).check();
  await fillPins(dialog, pin);
  await dialog.getByRole('button', { name: screen.save }).click();
}

async function fillPins(within: Locator, pin: string): Promise<void> {
  await within.getByLabel(`${screen['new-pin']} `).first().fill(pin);
  await within.getByLabel(screen['new-pin-again']).fill(pin);
}

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    ),
  ).toEqual([]);
}
