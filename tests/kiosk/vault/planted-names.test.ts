import { readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openReader } from '#db';
import {
  discloseMonthKey,
  monthKeyOf,
  createFileVault,
  openSealed,
  readSiteKey,
  unwrapSiteKey,
} from '#kiosk/vault';
import { valueOf } from './value-of.ts';
import { newFolder } from './vault-in.ts';
import { entryIdOf, month, passphrase, planted } from './planted.ts';

describe('the data folder of a kiosk', () => {
  test('holds no name, document or pass id in the clear, and all of them for the passphrase', async () => {
    const folder = newFolder();
    recordAndDie(folder);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(names).toContain('postern.db-wal');
    const bytes = names
      .filter((name) => name !== 'keys')
      .map((name) => readFileSync(join(folder, name)));

    for (const { person, passId } of planted) {
      for (const file of bytes) {
        expect(file.includes(person.name)).toBe(false);
        expect(file.includes(person.name, 0, 'utf16le')).toBe(false);
        expect(file.includes(person.documentNumber)).toBe(false);
        expect(file.includes(Buffer.from(passId))).toBe(false);
        expect(file.includes(Buffer.from(passId).toString('hex'))).toBe(false);
      }
    }

    const siteKey = readSiteKey(readFileSync(join(folder, 'site-key.json')));
    if (siteKey === undefined) throw new Error('there is no site key');
    const sitePrivateKey = valueOf(await unwrapSiteKey(siteKey, passphrase));
    const vault = createFileVault(join(folder, 'keys'));
    const monthKey = valueOf(monthKeyOf(vault, siteKey.publicKey, month));
    const key = discloseMonthKey(monthKey, sitePrivateKey, month);
    if (key === undefined) throw new Error('the month key does not open');

    const reader = valueOf(openReader(folder));
    const opened = planted.map((_, index) => {
      const blob = reader.sealed.blob(index + 1);
      const entryId = entryIdOf(index);
      return blob && openSealed(blob, key, { entryId })?.persons[0]?.name;
    });
    reader.close();
    expect(opened).toEqual(planted.map(({ person }) => person.name));
  }, 60_000);
});

/** In a program that dies without closing anything, so that the write-ahead log is there to look at. */
function recordAndDie(folder: string): void {
  const program = join(import.meta.dirname, 'record-planted.ts');
  const { signal, stderr } = spawnSync(process.execPath, [program, folder], {
    encoding: 'utf8',
  });
  if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${stderr}`);
}
