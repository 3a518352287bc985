import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lane } from '#kiosk/lane';
import { startSite } from '#kiosk/site';
import { isPinHash } from '#kiosk/staff';
import { readEntries } from '../../e2e/log.ts';
import { makeSite, noWarning, type Site } from '../../site/make-site.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const pin = '73915026';

let site: Site;
const open: Lane[] = [];
beforeEach(async () => {
  site = await makeSite();
  const file = join(site.folder, 'kiosk.toml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/^\[\[staff\]\]\n(.+\n)+/gm, ''));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((lane) => lane.stop()));
  site.remove();
});

describe('a prepared kiosk.toml', () => {
  test('brings the people of a kiosk once, with the PIN that npm run staff-pin hashed', async () => {
    const line = staffPin(pin);
    const [, hash = ''] = /^pin_hash = "(.*)"$/.exec(line) ?? [];
    expect(isPinHash(hash)).toBe(true);
    prepare(`[[staff]]\nname = "王敏"\nrole = "supervisor"\n${line}\n`);
    expect(await staff()).toMatchObject([{ name: '王敏', role: 'supervisor' }]);
    await open.pop()?.stop();
    prepare('[[staff]]\nname = "后来的人"\nrole = "guard"\n');
    expect(await staff()).toMatchObject([{ name: '王敏' }]);
  });

  test('is in the log by its hash, again where it has changed and never twice', async () => {
    await staff();
    await open.pop()?.stop();
    await staff();
    await open.pop()?.stop();
    expect(setUps()).toHaveLength(1);
    prepare('# a comment is another file\n');
    await staff();
    const [before, after] = setUps();
    expect([before, after]).toMatchObject([{ by: 'file' }, { by: 'file' }]);
    expect(after?.['configHash']).not.toEqual(before?.['configHash']);
    expect(after?.['siteKeyHash']).toEqual(before?.['siteKeyHash']);
    expect(after?.['rootHash']).toEqual(before?.['rootHash']);
  });

  test('names a root file whose change the log hears of, though it is the same root', async () => {
    await staff();
    await open.pop()?.stop();
    appendFileSync(join(site.folder, 'root.json'), '\n');
    await staff();
    const [before, after] = setUps();
    expect(before?.['rootHash']).toEqual(hashOf(site.rootFile));
    expect(after?.['rootHash']).toEqual(
      hashOf(readFileSync(join(site.folder, 'root.json'))),
    );
    expect(after?.['configHash']).toEqual(before?.['configHash']);
  });
});

describe('npm run staff-pin', () => {
  test('refuses a PIN anyone would try first, and prints no PIN', () => {
    expect(() => staffPin('12345678')).toThrow(/no runs, repeats/);
    expect(staffPin(pin)).not.toContain(pin);
  });
});

function prepare(lines: string): void {
  appendFileSync(join(site.folder, 'kiosk.toml'), lines);
}

/** Starts the lane and asks who works there. */
async function staff(): Promise<unknown> {
  const started = startSite(site.folder, noWarning);
  if (!started.ok) throw new Error(started.error.message);
  open.push(started.value);
  const answer = await started.value.service
    .connect('guard')
    .query({ kind: 'staff' });
  return answer.ok ? answer.value : answer.error;
}

function hashOf(file: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(file).digest());
}

function setUps() {
  return readEntries(site.folder)
    .map(({ body }) => body)
    .filter(({ action }) => action === 'set-up');
}

function staffPin(typed: string): string {
  return execFileSync(process.execPath, ['kiosk/make-staff-pin.ts'], {
    cwd: repository,
    input: `${typed}\n`,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}
