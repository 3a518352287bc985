import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleReadFault } from '#kiosk/contract';
import { readBundleAt } from '#kiosk/trust';
import { newFolder } from '../../db/store-in.ts';

const limit = 64 * 1_048_576;

describe('readBundleAt', () => {
  it('gives the bytes of a plain file', () => {
    const path = join(newFolder(), 'bundle.hpb');
    writeFileSync(path, Uint8Array.of(1, 2, 3));
    expect(readBundleAt(path)).toEqual({
      ok: true,
      value: Uint8Array.of(1, 2, 3),
    });
    writeFileSync(path, '');
    expect(readBundleAt(path)).toEqual({ ok: true, value: new Uint8Array() });
  });

  it('reads up to 64 MiB and not a byte more', () => {
    const path = join(newFolder(), 'bundle.hpb');
    writeFileSync(path, '');
    truncateSync(path, limit);
    const read = readBundleAt(path);
    expect(read.ok && read.value.length).toBe(limit);
    truncateSync(path, limit + 1);
    expect(readBundleAt(path)).toEqual({ ok: false, error: 'too-large' });
  });

  it.each<[string, (path: string) => void, BundleReadFault]>([
    ['nothing', () => undefined, 'not-there'],
    ['a folder', mkdirSync, 'not-a-file'],
    [
      'a link, even to a plain file',
      (path) => {
        symlinkSync(import.meta.filename, path);
      },
      'not-a-file',
    ],
    [
      'a link to itself',
      (path) => {
        symlinkSync(path, path);
      },
      'not-a-file',
    ],
    [
      'a pipe that nobody writes to',
      (path) => {
        execFileSync('mkfifo', [path]);
      },
      'not-a-file',
    ],
  ])('refuses %s at once', (_what, make, expected) => {
    const path = join(newFolder(), 'bundle.hpb');
    make(path);
    expect(readBundleAt(path)).toEqual({ ok: false, error: expected });
  });

  it.each([
    ['a device', '/dev/zero', 'not-a-file'],
    ['a file that holds more than it says', '/proc/self/status', 'changed'],
    [
      'a file that holds less than it says',
      '/sys/devices/system/cpu/online',
      'changed',
    ],
    // As of a stick that is no longer there: an error on reading, not on opening.
    ['a file that cannot be read to its end', '/proc/self/mem', 'unreadable'],
    ['a path through a file', '/proc/self/status/x', 'unreadable'],
  ])('refuses %s', (_what, path, expected) => {
    expect(readBundleAt(path)).toEqual({ ok: false, error: expected });
  });

  it('takes a path that can be none for our own defect', () => {
    expect(() => readBundleAt('a\0b')).toThrow('null bytes');
  });
});
