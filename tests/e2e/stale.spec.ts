import { bigWord, expect, says, test } from './lane.ts';

test('a reload shows what is so now, not what was', async ({ lane, page }) => {
  await lane.scan(lane.site.pass({ colour: 'red' }));
  await expect(bigWord(page)).toContainText(says.outcomes.deny);
  await page.reload();
  await expect(bigWord(page)).toContainText(says.outcomes.deny);
  await page.keyboard.press('Enter');
  await expect(bigWord(page)).toContainText(says.screen['show-pass']);
  await page.reload();
  await expect(bigWord(page)).toContainText(says.screen['show-pass']);
});

test('a screen that has lost its service shows no verdict', async ({
  lane,
  page,
}) => {
  await lane.scan(lane.site.pass({ colour: 'yellow' }));
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await lane.kiosk.kill();
  await expect(bigWord(page)).toContainText(says.screen['connection-lost']);
  await expect(page.getByRole('main')).not.toContainText('张*明');
});

test('a second window shows the same, and either may act', async ({
  lane,
  page,
  context,
}) => {
  const second = await context.newPage();
  await second.goto(lane.kiosk.url);
  await lane.scan(lane.site.pass({ colour: 'yellow' }));
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await expect(bigWord(second)).toContainText(says.outcomes.hold);
  await second.getByRole('button', { name: says.resolutions.refuse }).click();
  await second
    .getByRole('button', { name: says.refuseReasons['no-valid-pass'] })
    .click();
  await expect(bigWord(page)).toContainText(says.screen['refused-by-guard']);
});
