import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeEngine } from '#kiosk/crypto';
import { createFileVault, deviceKeyOf } from '#kiosk/vault';
import { newFolder, valueOf } from '../../db/store-in.ts';

const message = Uint8Array.of(1, 2, 3);

describe('the key of a kiosk', () => {
  test('is made on its first use and the same ever after', () => {
    const folder = newFolder();
    const first = valueOf(deviceKeyOf(createFileVault(folder)));
    const again = valueOf(deviceKeyOf(createFileVault(folder)));
    expect(again.publicKey).toEqual(first.publicKey);
    expect(statSync(join(folder, 'device.key')).mode & 0o077).toBe(0);
  });

  test('signs what its public half verifies', () => {
    const key = valueOf(deviceKeyOf(createFileVault(newFolder())));
    const other = valueOf(deviceKeyOf(createFileVault(newFolder())));
    const signature = key.sign(message);
    expect(nodeEngine.verify(message, signature, key.publicKey)).toBe(true);
    expect(nodeEngine.verify(message, signature, other.publicKey)).toBe(false);
  });

  test('is not replaced where its file is no key', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'device.key'), 'x');
    expect(deviceKeyOf(createFileVault(folder))).toMatchObject({
      ok: false,
      error: { code: 'store.corrupt' },
    });
  });
});
