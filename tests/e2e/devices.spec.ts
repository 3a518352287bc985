import { bigWord, expect, says, test } from './lane.ts';

test('an unplugged scanner is named with what still works, and works again once replugged', async ({
  lane,
  page,
}) => {
  await lane.scanner.unplug();
  await expect(bigWord(page)).toContainText(says.screen['scanner-lost']);
  await expect(page.getByRole('main')).toContainText('scanner-1');
  await expect(page.getByRole('main')).toContainText(
    says.screen['keyboard-scanner'],
  );
  await lane.scanner.replug();
  await expect(bigWord(page)).toContainText(says.screen['show-pass'], {
    timeout: 15_000,
  });
  await lane.scan(lane.site.pass({ colour: 'red' }));
  await expect(bigWord(page)).toContainText(says.outcomes.deny);
});

test('without the thermometer the guard types what another one says', async ({
  lane,
  page,
}) => {
  await lane.thermometerPort.unplug();
  await lane.scan(lane.site.pass());
  await expect(bigWord(page)).toContainText(says.screen['take-temperature']);
  await page.getByRole('button', { name: says.screen['type-it'] }).click();
  for (const key of ['3', '6', '5'])
    await page.getByRole('button', { name: key, exact: true }).click();
  await page.getByRole('button', { name: says.screen.done }).click();
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
});
