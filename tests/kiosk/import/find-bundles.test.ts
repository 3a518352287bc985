import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  rmSync,
  symlinkSync,
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

function write(path: string, bytes: number): void {
  writeFileSync(path, new Uint8Array(bytes));
}
