import { randomBytes } from 'node:crypto';
import { bigWord, expect, says, test } from './lane.ts';

const secret = 'SECRETCONTENT';

const codes: readonly (readonly [string, string | Uint8Array])[] = [
  ['a URL', `https://evil.example/${secret}\r`],
  ['a Wi-Fi code', `WIFI:T:WPA;S:${secret};P:password;;\r`],
  ['an EU certificate', `HC1:NCF${secret}\r`],
  ['a payment code', '134567890123456789\r'],
  ['the wrong alphabet', `HP1${secret}0189!\r`],
  ['the wrong length', 'HP1A\r'],
  ['NUL bytes', `HP1${'\0'.repeat(40)}${secret}\r`],
  ['markup', `<img src=x onerror=alert(1)>${secret}\r`],
];

test.describe('a code that is no pass', () => {
  for (const [what, bytes] of codes) {
    test(`is neutral, and its content is never shown: ${what}`, async ({
      lane,
      page,
    }) => {
      await lane.scanner.write(bytes);
      await expect(page.getByRole('main').getByRole('region')).toHaveAttribute(
        'data-kind',
        'neutral',
      );
      await expect(page.locator('body')).not.toContainText(secret);
    });
  }

  test('of 1 MiB of noise leaves the lane working', async ({ lane, page }) => {
    await lane.scanner.write(randomBytes(1024 * 1024));
    // The line falls quiet, and what is left of the noise is one more code that is none.
    await expect(async () => {
      await lane.scan(lane.site.pass({ colour: 'red' }));
      await expect(bigWord(page)).toContainText(says.outcomes.deny, {
        timeout: 500,
      });
    }).toPass({ timeout: 30_000 });
  });
});
