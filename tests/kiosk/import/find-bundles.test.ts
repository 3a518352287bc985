import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBundles } from '#kiosk/import';
import { newFolder } from '../../db/store-in.ts';
import { plugged } from './import-lane.ts';

describe('the places of bundles', () => {
  it('are files of that name in a drive, its HPBUNDLE and the own folder', () => {
    const { folder, drive, names } = place();
    mkdirSync(join(folder, 'bundles'));
    write(join(folder, 'bundles', 'own.hpb'), 3);
    mkdirSync(join(drive, 'HPBUNDLE'));
    write(join(drive, 'HPBUNDLE', 'inner.hpb'), 4);
    write(join(drive, 'OUTER.HPB'), 5);
    write(join(drive, 'photo.jpg'), 6);
    expect(names()).toEqual([
      'data-folder own.hpb 3',
      'drive OUTER.HPB 5',
      'drive inner.hpb 4',
    ]);
  });

  it('are told with when they were written, the newest first wherever it is', () => {
    const { folder, drive, find } = place();
    mkdirSync(join(folder, 'bundles'));
    write(join(drive, 'a.hpb'), 3, 1_000);
    write(join(folder, 'bundles', 'b.hpb'), 3, 2_000);
    write(join(drive, 'c.hpb'), 3, 3_000);
    const said = find().map(({ path, modifiedMs }) => [
      basename(path),
      modifiedMs,
    ]);
    expect(said).toEqual([
      ['c.hpb', 3_000_000],
      ['b.hpb', 2_000_000],
      ['a.hpb', 1_000_000],
    ]);
  });

  it('make the folder of their own', () => {
    const { folder, names } = place();
    expect(names()).toEqual([]);
    expect(existsSync(join(folder, 'bundles'))).toBe(true);
  });

  it('are plain files alone: no link, no folder, no pipe, and nothing behind a linked folder', () => {
    const { drive, names } = place();
    const elsewhere = newFolder();
    write(join(elsewhere, 'linked.hpb'), 3);
    symlinkSync(join(elsewhere, 'linked.hpb'), join(drive, 'link.hpb'));
    symlinkSync(elsewhere, join(drive, 'HPBUNDLE'));
    mkdirSync(join(drive, 'folder.hpb'));
    execFileSync('mkfifo', [join(drive, 'pipe.hpb')]);
    expect(names()).toEqual([]);
  });

  it('keep their ids for as long as they are there, each its own', () => {
    const { drive, find } = place();
    write(join(drive, 'a.hpb'), 3);
    write(join(drive, 'b.hpb'), 3);
    const first = find().map(({ id }) => id);
    expect(new Set(first).size).toBe(2);
    rmSync(join(drive, 'a.hpb'));
    expect(find().map(({ id }) => id)).toEqual([first[1]]);
  });

  it('are no more than anyone can choose from', () => {
    const { drive, find } = place();
    for (let n = 0; n < 120; n += 1) write(join(drive, `${n}.hpb`), 1);
    expect(find()).toHaveLength(100);
  });
});

function place() {
  const folder = newFolder();
  const drives = newFolder();
  const drive = join(drives, 'USB');
  mkdirSync(drive);
  const find = () => findBundles(folder, plugged(drives));
  return {
    folder,
    drive,
    find,
    names: () =>
      find().map(
        ({ kind, path, bytes }) => `${kind} ${basename(path)} ${String(bytes)}`,
      ),
  };
}

/** All of one time unless told otherwise, in seconds. */
function write(path: string, bytes: number, seconds: number = 1_000): void {
  writeFileSync(path, new Uint8Array(bytes));
  utimesSync(path, seconds, seconds);
}
