import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toClockDraft, toEntryDraft, toImportDraft } from '#core/log';
import { openArchive, type Archive } from '#kiosk/archive';
import {
  admitted,
  allowed,
  checkpoint,
  later,
  noonMs,
  scanDraft,
  started,
  unbelieved,
} from '../../core/log/example-records.ts';
import { newFolder, storeIn, valueOf } from '../../db/store-in.ts';
import { tamper } from '../export/export-lane.ts';

const measuredAgain = {
  ...admitted,
  id: '01931f00-0000-7000-8000-00000000000b',
  ref: admitted.id,
  at: later(12_000),
};

const day = [
  started,
  toEntryDraft(admitted, checkpoint),
  toEntryDraft(unbelieved, checkpoint),
  toEntryDraft(allowed, checkpoint),
  toEntryDraft(measuredAgain, checkpoint),
];

function archiveOf(drafts: typeof day = day): {
  readonly archive: Archive;
  readonly folder: string;
} {
  const folder = newFolder();
  const store = storeIn(folder);
  for (const draft of drafts) valueOf(store.entries.append(draft));
  return { archive: openArchive(store.entries, folder), folder };
}

describe('a page of the archive', () => {
  test('says of a scan what its header says, with what followed beneath it', () => {
    const { rows } = archiveOf().archive.page({ kind: 'scan' }, undefined, 9);
    expect(rows.map(({ seq }) => seq)).toEqual([5, 3, 2]);
    expect(rows[2]).toEqual({
      seq: 2,
      kind: 'scan',
      atMs: noonMs + 1_500,
      timeState: 'trusted',
      outcome: 'admit',
      reasons: ['colour-green'],
      issuer: 'XJ',
      maskedName: '古*提',
      maskedDocument: '****1234',
      temperaturesDeci: [365, 366],
      followUps: [
        {
          seq: 4,
          kind: 'guard-action',
          atMs: noonMs + 9_000,
          action: 'allow',
          because: 'id-checked',
        },
        { seq: 5, kind: 'scan', atMs: noonMs + 12_000, outcome: 'admit' },
      ],
    });
  });

  test('says of what is no scan what was done, and which scan it is about', () => {
    const { archive } = archiveOf();
    const [row] = archive.page({ kind: 'guard-action' }, undefined, 9).rows;
    expect(row).toMatchObject({ seq: 4, refSeq: 2, action: 'allow' });
  });

  test.each([
    [
      toClockDraft({
        id: '01931f00-0000-7000-8000-0000000000c1',
        at: later(0),
        finding: 'jumped-back',
        byMs: -5_000,
      }),
      { action: 'jumped-back' },
    ],
    [
      toImportDraft({
        id: '01931f00-0000-7000-8000-0000000000c2',
        at: later(0),
        fileHash: new Uint8Array(32),
        result: { kind: 'refused', refusal: 'bundle-rollback' },
      }),
      { action: 'refused', because: 'bundle-rollback' },
    ],
    [
      toImportDraft({
        id: '01931f00-0000-7000-8000-0000000000c3',
        at: later(0),
        fileHash: new Uint8Array(32),
        result: { kind: 'confirmed', version: 9, asOfMs: noonMs },
        by: { id: '01931f00-0000-7000-8000-00000000000a', name: '王芳' },
      }),
      { action: 'confirmed', staff: '王芳' },
    ],
  ])('has a word for what the host did (%#)', (draft, expected) => {
    const { rows } = archiveOf([draft]).archive.page({}, undefined, 9);
    expect(rows[0]).toMatchObject(expected);
  });

  test('goes on before the last row, and lists the issuers there are', () => {
    const { archive } = archiveOf();
    const first = archive.page({}, undefined, 3);
    expect(first.nextBeforeSeq).toBe(3);
    expect(first.issuers).toEqual(['XJ']);
    const second = archive.page({}, first.nextBeforeSeq, 3);
    expect(second.rows.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(second.nextBeforeSeq).toBeUndefined();
  });

  test('shows what the chain covers where a column says something else', () => {
    const { archive, folder } = archiveOf();
    tamper(
      folder,
      "UPDATE entry SET masked_name = '李四', outcome = 'deny' WHERE seq = 2",
    );
    const [row] = archive.page({ outcome: 'deny' }, 3, 1).rows;
    expect(row).toMatchObject({
      seq: 2,
      outcome: 'admit',
      maskedName: '古*提',
      isAltered: true,
    });
  });

  test('shows nothing of a header that cannot be read but where it stood', () => {
    const { archive, folder } = archiveOf();
    tamper(folder, "UPDATE entry SET header = x'ff' WHERE seq = 2");
    expect(archive.page({}, 3, 1).rows).toEqual([
      {
        seq: 2,
        kind: 'scan',
        atMs: noonMs + 1_500,
        timeState: 'unknown',
        reasons: [],
        temperaturesDeci: [],
        isAltered: true,
        followUps: expect.any(Array) as unknown,
      },
    ]);
    expect(archive.entry(2).entry).toMatchObject({ reasons: [], facts: [] });
  });
});

describe('an entry of the archive', () => {
  test('says every reason with its detail, versions, reader, key and hashes', () => {
    const { entry } = archiveOf().archive.entry(3);
    expect(entry?.reasons).toEqual([
      { code: 'counterfeit', detail: 'bad-signature' },
    ]);
    const facts = new Map(entry?.facts.map(({ name, value }) => [name, value]));
    expect(facts.get('policy-version')).toBe('4');
    expect(facts.get('trust-version')).toBe('9');
    expect(facts.get('reader')).toBe('camera');
    expect(entry?.entryHash).toMatch(/^[0-9a-f]{64}$/);
    expect(entry?.chain).toMatch(/^[0-9a-f]{64}$/);
    expect(entry?.isSealed).toBe(false);
  });

  test('knows whether someone is sealed beside it', () => {
    const sealed = { ...scanDraft(7), sealed: Uint8Array.of(1) };
    expect(archiveOf([sealed]).archive.entry(1).entry?.isSealed).toBe(true);
  });

  test('is none where there is none', () => {
    expect(archiveOf().archive.entry(99)).toEqual({});
  });
});

describe('the places for an export', () => {
  test('are our own folder first, then every drive that is mounted', () => {
    const media = newFolder();
    mkdirSync(join(media, 'user', 'STICK'), { recursive: true });
    mkdirSync(join(media, 'user', 'left-behind'));
    writeFileSync(join(media, 'user', 'a file'), '');
    symlinkSync('/', join(media, 'user', 'a link'));
    const folder = newFolder();
    const archive = openArchive(storeIn(folder).entries, folder, {
      folders: [
        { path: media, depth: 2 },
        { path: join(media, 'nowhere'), depth: 1 },
      ],
      isMounted: (path) => path.endsWith('STICK'),
    });
    const places = archive.exportPlaces();
    expect(places.map(({ kind, path }) => [kind, path])).toEqual([
      ['data-folder', join(folder, 'exports')],
      ['drive', join(media, 'user', 'STICK')],
    ]);
    expect(places.every(({ freeBytes }) => freeBytes > 0)).toBe(true);
    expect(new Set(places.map(({ id }) => id)).size).toBe(2);
    expect(archive.exportPlaces().map(({ id }) => id)).toEqual(
      places.map(({ id }) => id),
    );
  });

  test('are never a folder of our own disk that a drive has left behind', () => {
    const folder = mkdtempSync(join(newFolder(), 'data-'));
    const archive = openArchive(storeIn(folder).entries, folder);
    for (const { kind, path } of archive.exportPlaces().slice(1)) {
      expect(kind).toBe('drive');
      expect(path).toMatch(/^(\/media|\/run\/media|\/mnt|[D-Z]:)/);
    }
  });
});
