import { readEntries } from './log.ts';
import { bigWord, expect, says, test } from './lane.ts';

test('a green pass and a normal temperature are admitted, and the entry is in the log', async ({
  lane,
  page,
}) => {
  await lane.scan(lane.site.pass());
  await expect(bigWord(page)).toContainText(says.screen['take-temperature']);
  lane.person(3652);
  // One look, for an admit leaves the screen by itself.
  await expect(page.getByRole('main')).toContainText(
    /(?=.*放行)(?=.*张\*明)(?=.*36\.5)/s,
  );
  const [entry] = readEntries(lane.site.folder).filter(
    ({ kind }) => kind === 'scan',
  );
  expect(entry?.body).toMatchObject({
    outcome: 'admit',
    reasons: [{ code: 'colour-green' }],
    readings: [{ raw: 3652, estimate: 3652, source: 'sensor' }],
    issuer: 'TEST-31',
    maskedName: '张*明',
  });
  // The bar runs down, and the lane is ready for the next person by itself.
  await expect(bigWord(page)).toContainText(says.screen['show-pass']);
});

test('one changed character is a counterfeit, and nothing of the pass is shown', async ({
  lane,
  page,
}) => {
  await lane.scan(withOneCharacterChanged(lane.site.pass()));
  await expect(bigWord(page)).toContainText(says.outcomes.deny);
  await expect(page.getByRole('main')).not.toContainText('张');
  const [entry] = readEntries(lane.site.folder).filter(
    ({ kind }) => kind === 'scan',
  );
  expect(entry?.body).toMatchObject({
    outcome: 'deny',
    reasons: [{ code: 'counterfeit' }],
  });
  expect(entry?.body).not.toHaveProperty('issuer');
});

test('an issuer without a key here is held, never called forged', async ({
  lane,
  page,
}) => {
  await lane.scan(lane.site.pass({ by: lane.site.stranger }));
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await expect(page.getByRole('main')).not.toContainText('STRANGER');
  await page.getByRole('button', { name: says.resolutions.refuse }).click();
  await page
    .getByRole('button', { name: says.refuseReasons['no-valid-pass'] })
    .click();
  await expect(bigWord(page)).toContainText(says.screen['refused-by-guard']);
  const kinds = readEntries(lane.site.folder).map(({ kind }) => kind);
  expect(kinds.slice(-2)).toEqual(['scan', 'guard-action']);
});

test('a red pass is denied with what to do, without a temperature', async ({
  lane,
  page,
}) => {
  await lane.scan(lane.site.pass({ colour: 'red' }));
  await expect(bigWord(page)).toContainText(says.outcomes.deny);
  await expect(page.getByRole('main')).toContainText(
    says.advice['separate-and-report'].guard,
  );
  await expect(page.getByRole('main')).toContainText('12345');
});

test('a pass revoked since it was issued is denied', async ({ lane, page }) => {
  await lane.scan(lane.site.pass({ index: 7 }));
  await expect(bigWord(page)).toContainText(says.outcomes.deny);
});

test('37.3 °C is held and measured again; a second fever is referred, never admitted', async ({
  lane,
  page,
}) => {
  await lane.scan(lane.site.pass());
  lane.person(3730);
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await expect(page.getByRole('main')).toContainText('37.3');
  lane.nobody();
  await page
    .getByRole('button', { name: says.resolutions['measure-again'] })
    .click();
  await expect(bigWord(page)).toContainText(says.screen['take-temperature']);
  lane.person(3741);
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  await expect(
    page.getByRole('button', { name: says.resolutions.allow }),
  ).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: says.resolutions['measure-again'] }),
  ).toHaveCount(0);
  const scans = readEntries(lane.site.folder).filter(
    ({ kind }) => kind === 'scan',
  );
  expect(scans.map(({ body }) => body['reasons'])).toEqual([
    [{ code: 'fever' }],
    [{ code: 'fever-confirmed' }],
  ]);
  expect(scans[1]?.ref).toBe(scans[0]?.id);
});

test('37.3 °C once and a normal second reading are admitted', async ({
  lane,
  page,
}) => {
  await lane.scan(lane.site.pass());
  lane.person(3730);
  await expect(bigWord(page)).toContainText(says.outcomes.hold);
  lane.nobody();
  await page
    .getByRole('button', { name: says.resolutions['measure-again'] })
    .click();
  lane.person(3655);
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
});

/** In the middle of the payload, so that only the signature can tell. */
function withOneCharacterChanged(text: string): string {
  const at = Math.floor(text.length / 2);
  return (
    text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  );
}
