import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '#db';
import type { ExportResult } from '#kiosk/contract';
import { verifyExport, type Finding } from '#kiosk/export';
import { later, scanDraft, started } from '../../core/log/example-records.ts';
import { newFolder, storeIn, valueOf } from '../../db/store-in.ts';
import { exportedFrom, laneOn, laneWith, tamper } from './export-lane.ts';

const drafts = [
  started,
  ...Array.from({ length: 9 }, (_, at) => scanDraft(at + 1, later(at * 1_000))),
];

/** A folder with ten entries and an export of them, with the store closed: a copy of its own for each test. */
interface Exported {
  readonly folder: string;
  readonly result: Pick<ExportResult, 'file' | 'manifest' | 'deviceKey'>;
}

const master = mkdtempSync(join(tmpdir(), 'postern-export-'));
const fileOf = new Map<string, ExportResult>();

beforeAll(async () => {
  for (const name of ['this', 'other']) {
    const folder = join(master, name);
    mkdirSync(folder);
    const store = valueOf(openStore(folder));
    for (const draft of drafts) valueOf(store.entries.append(draft));
    const lane = laneOn(folder, store, join(folder, 'drives'));
    fileOf.set(name, await exportedFrom(lane));
    store.close();
  }
});

afterAll(() => {
  rmSync(master, { recursive: true });
});

function exported(name: 'this' | 'other' = 'this'): Exported {
  const result = fileOf.get(name);
  if (result === undefined) throw new Error('nothing was exported');
  const folder = newFolder();
  cpSync(join(master, name), folder, { recursive: true });
  const file = join(folder, 'exports', basename(result.file));
  return {
    folder,
    result: { ...result, file, manifest: `${file}.manifest` },
  };
}

async function findingsOf(
  { file }: Pick<ExportResult, 'file'>,
  where: { readonly folder?: string; readonly key?: string } = {},
): Promise<readonly Finding[]> {
  const verified = await verifyExport({ file, ...where });
  if (!verified.ok) throw new Error(JSON.stringify(verified.error));
  return verified.value.findings;
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('an export as it was made', () => {
  test('has nothing against it, beside its log or without', async () => {
    const { folder, result } = exported();
    expect(await findingsOf(result)).toEqual([]);
    expect(await findingsOf(result, { folder })).toEqual([]);
    expect(await findingsOf(result, { key: result.deviceKey })).toEqual([]);
  });

  test('goes on holding while the log grows, and when it is exported again', async () => {
    const { folder, result } = exported();
    const store = storeIn(folder);
    store.entries.append(scanDraft(99));
    const again = await exportedFrom(laneOn(folder, store, newFolder()));
    expect(again.rows).toBe(12);
    expect(again.deviceKey).toBe(result.deviceKey);
    expect(await findingsOf(result, { folder })).toEqual([]);
    expect(await findingsOf(again, { folder })).toEqual([]);
  });

  test('is only consistent with itself where nobody says whose key it has', async () => {
    const { result } = exported();
    const verified = await verifyExport({ file: result.file });
    expect(verified.ok && verified.value.isKeyKnown).toBe(false);
  });
});

describe('an exported file', () => {
  test.each<[string, (text: string) => string, readonly Finding[]]>([
    [
      'names a row that was changed',
      (text) => text.replace('古*提', '李*'),
      [{ kind: 'row-changed', line: 3, seq: 2 }],
    ],
    [
      'names a row that was taken out',
      (text) => text.replace(/\r\n5,.*\r\n/, '\r\n'),
      [{ kind: 'row-missing', seq: 5 }],
    ],
    [
      'names a row that was put in',
      (text) => `${text}11,x\r\n`,
      [{ kind: 'row-added', line: 12, seq: 11 }],
    ],
    [
      'names a row that is there twice',
      (text) => text + (/\r\n(7,.*\r\n)/.exec(text)?.[1] ?? ''),
      [{ kind: 'row-added', line: 12, seq: 7 }],
    ],
    [
      'names a row that was moved',
      (text) => text.replace(/(\r\n)(3,.*\r\n)(4,.*\r\n)/, '$1$3$2'),
      [{ kind: 'row-moved', line: 5, seq: 3 }],
    ],
    [
      'names an entry that was given another number',
      (text) => text.replace('\r\n8,', '\r\n18,'),
      [
        { kind: 'row-added', line: 9, seq: 18 },
        { kind: 'row-missing', seq: 8 },
      ],
    ],
    [
      'names its headings',
      (text) => text.replace('Outcome', 'Result'),
      [{ kind: 'row-changed', line: 1, seq: 0 }],
    ],
    [
      'tells what another program wrote otherwise from what it changed',
      (text) => text.replaceAll('\r\n', '\n').replace('Scan', '"Scan"'),
      [],
    ],
    [
      'says from where on it is no table any more',
      (text) => text.replace('\r\n10,', '\r\n"10,'),
      [
        { kind: 'not-csv', line: 11 },
        { kind: 'row-missing', seq: 10 },
      ],
    ],
  ])('%s', async (_what, change, expected) => {
    const { result } = exported();
    edit(result.file, change);
    expect(await findingsOf(result)).toEqual([
      { kind: 'file-changed' },
      ...expected,
    ]);
  });
});

describe('the manifest', () => {
  test('is refused once a byte of it has changed', async () => {
    const { result } = exported();
    const bytes = readFileSync(result.manifest);
    const refused = new Map<string, number>();
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(result.manifest, changed);
      const verified = await verifyExport({ file: result.file });
      expect(verified.ok).toBe(false);
      if (verified.ok || verified.error.kind !== 'manifest') continue;
      const { fault } = verified.error;
      refused.set(fault, (refused.get(fault) ?? 0) + 1);
    }
    expect(refused.get('bad-signature')).toBeGreaterThan(20);
    expect(refused.get('row-list')).toBeGreaterThan(20);
  });

  test('of another kiosk is found by its key', async () => {
    const { folder, result } = exported();
    const other = exported('other');
    expect(await findingsOf(result, { key: other.result.deviceKey })).toEqual([
      { kind: 'other-key', than: 'given' },
    ]);
    expect(await findingsOf(other.result, { folder })).toContainEqual({
      kind: 'other-key',
      than: 'of-log',
    });
  });

  test('of a file that the log never heard of is found there', async () => {
    const { folder, result } = exported();
    tamper(folder, 'DELETE FROM entry WHERE seq = 11');
    expect(await findingsOf(result, { folder })).toEqual([
      { kind: 'not-recorded' },
    ]);
  });
});

describe('the log behind an export', () => {
  const changes: readonly [string, string, readonly Finding[]][] = [
    [
      'a column',
      "UPDATE entry SET outcome = 'deny' WHERE seq = 4",
      [{ kind: 'log-altered', seq: 4, fault: 'columns' }],
    ],
    [
      'a header',
      "UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), 'admit', 'admin') AS BLOB) WHERE seq = 4",
      [
        { kind: 'log-altered', seq: 4, fault: 'chain' },
        { kind: 'entry-differs', seq: 4 },
      ],
    ],
    [
      'a chain value',
      'UPDATE entry SET chain = zeroblob(32) WHERE seq = 4',
      [
        { kind: 'log-altered', seq: 4, fault: 'chain' },
        { kind: 'log-altered', seq: 5, fault: 'chain' },
      ],
    ],
    [
      'an entry that is gone',
      'DELETE FROM entry WHERE seq = 4',
      [{ kind: 'log-altered', seq: 4, fault: 'gap' }],
    ],
    [
      'entries cut off the end',
      'DELETE FROM entry WHERE seq > 8',
      [
        { kind: 'log-altered', seq: 9, fault: 'gap' },
        { kind: 'log-altered', seq: 10, fault: 'gap' },
        { kind: 'not-recorded' },
      ],
    ],
  ];

  test.each(changes)(
    'shows %s changed after it',
    async (_what, sql, expected) => {
      const { folder, result } = exported();
      tamper(folder, sql);
      expect(await findingsOf(result, { folder })).toEqual(expected);
      expect(await findingsOf(result)).toEqual([]);
    },
  );

  test('is named in the manifest where it was changed before', async () => {
    const lane = laneWith(drafts);
    tamper(lane.folder, "UPDATE entry SET issuer = 'SC' WHERE seq IN (3, 6)");
    const result = await exportedFrom(lane);
    expect(result).toMatchObject({ alteredSeqs: [3, 6], altered: 2 });
    expect(await findingsOf(result)).toEqual([
      { kind: 'altered-before', seq: 3 },
      { kind: 'altered-before', seq: 6 },
    ]);
  });
});

describe('npm run verify-export', () => {
  const verify = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['kiosk/verify-export.ts', ...args], {
      encoding: 'utf8',
    });

  test('ends with 0 and says what it does not know', async () => {
    const { folder, result } = exported();
    const alone = verify(result.file);
    expect(alone.status).toBe(0);
    expect(alone.stdout).toContain(`signed by the key ${result.deviceKey}`);
    expect(alone.stdout).toContain('whose key that is nobody said');
    const beside = verify(result.file, '--data', folder);
    expect(beside.status).toBe(0);
    expect(beside.stdout).not.toContain('nobody said');
  });

  test('ends with 1 and names row and entry', async () => {
    const { result } = exported();
    edit(result.file, (text) => text.replace('古*提', '李*'));
    const { status, stdout } = verify(result.file, '--key', result.deviceKey);
    expect(status).toBe(1);
    expect(stdout).toContain('line 3: the row of entry 2 was changed');
    expect(stdout).toContain('第 3 行：记录 2 的内容被改动');
  });

  test('ends with 2 where there is nothing to tell', async () => {
    const { result } = exported();
    expect(verify().status).toBe(2);
    expect(verify(result.file, '--key', '12').status).toBe(2);
    expect(verify(result.file, '--data', join(result.file, 'x')).status).toBe(
      2,
    );
    rmSync(result.manifest);
    expect(verify(result.file).status).toBe(2);
  });
});
