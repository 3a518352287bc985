import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFileVault } from '#kiosk/vault';
import { newFolder } from './vault-in.ts';

describe('a vault of files', () => {
  test('reads what was written, and nothing where nothing was', () => {
    const vault = createFileVault(join(newFolder(), 'keys'));
    expect(vault.read('a.key')).toEqual({ ok: true, value: undefined });
    expect(vault.write('a.key', Uint8Array.of(1, 2))).toEqual({
      ok: true,
      value: undefined,
    });
    vault.write('a.key', Uint8Array.of(3));
    expect(vault.read('a.key')).toEqual({ ok: true, value: Uint8Array.of(3) });
  });

  test('keeps folder and files to their owner, and leaves nothing unfinished', () => {
    const folder = join(newFolder(), 'keys');
    const vault = createFileVault(folder);
    vault.write('a.key', Uint8Array.of(1));
    vault.write('a.key', Uint8Array.of(2));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'a.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.key']);
  });

  test('gives a file that others could read back to its owner alone', () => {
    const folder = newFolder();
    const file = join(folder, 'a.key');
    writeFileSync(file, 'old');
    chmodSync(file, 0o644);
    createFileVault(folder).write('a.key', Uint8Array.of(1));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('goes on where a write was cut off', () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.a.key.unfinished'), 'torn');
    const vault = createFileVault(folder);
    expect(vault.read('a.key')).toEqual({ ok: true, value: undefined });
    expect(vault.write('a.key', Uint8Array.of(1)).ok).toBe(true);
  });

  test('says what the disk did', () => {
    const folder = newFolder();
    const file = join(folder, 'keys');
    writeFileSync(file, '');
    const vault = createFileVault(file);
    const failure = { ok: false, error: { code: 'store.io' } };
    expect(vault.write('a.key', Uint8Array.of(1))).toMatchObject(failure);
    mkdirSync(join(folder, 'a.key'));
    expect(createFileVault(folder).read('a.key')).toMatchObject(failure);
    expect(readFileSync(file)).toHaveLength(0);
  });

  test.each(['', '.hidden', '../out', 'a/b', 'A.key', 'a\0b'])(
    'has no file named %j',
    (name) => {
      const vault = createFileVault(newFolder());
      expect(() => vault.read(name)).toThrow('not a name');
      expect(() => vault.write(name, new Uint8Array())).toThrow('not a name');
    },
  );
});
