import { parse } from 'csv-parse/sync';
import {
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHeader, toEntryDraft, type EntryDraft } from '#core/log';
import { err } from '#core/result';
import { plainCell } from '#kiosk/export';
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
import { linesOf, run, runUnderLimit } from '../../db/store-in.ts';
import {
  exportedFrom,
  exportFrom,
  laneWith,
  tamper,
  untilJob,
  type ExportLane,
} from './export-lane.ts';

const day = [
  started,
  toEntryDraft(admitted, checkpoint),
  toEntryDraft(unbelieved, checkpoint),
  toEntryDraft(allowed, checkpoint),
];

const recordsOf = (file: string): readonly (readonly string[])[] =>
  parse(readFileSync(file), { bom: true });

describe('an export', () => {
  test('holds every entry, oldest first, masked, in words and in codes', async () => {
    const { file, rows } = await exportedFrom(laneWith(day));
    expect(rows).toBe(4);
    const [headings, ...records] = recordsOf(file);
    expect(headings?.slice(0, 6)).toEqual([
      'Entry',
      'Local time',
      'UTC time',
      'Clock',
      'Kind',
      'Outcome',
    ]);
    expect(records.map(([seq]) => seq)).toEqual(['1', '2', '3', '4']);
    expect(records[1]?.slice(0, 12)).toEqual([
      '2',
      '2026-11-21 12:00:01',
      '2026-11-21T06:00:01.500Z',
      'Clock trusted',
      'Scan',
      'Admit',
      'The issuer set green',
      'colour-green',
      'XJ',
      '古*提',
      '****1234',
      '36.5 36.6',
    ]);
    expect(records[3]?.slice(12, 17)).toEqual([
      'Allowed by guard',
      'ID checked',
      '',
      '2',
      'Intact',
    ]);
  });

  test('speaks the language that was asked for', async () => {
    const { file } = await exportedFrom(laneWith(day), { language: 'zh' });
    const [headings, , scan] = recordsOf(file);
    expect(headings?.[0]).toBe('序号');
    expect(scan?.[5]).toBe('放行');
  });

  test('begins with a byte order mark and ends every line as RFC 4180 has it', async () => {
    const bytes = readFileSync((await exportedFrom(laneWith(day))).file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString();
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('holds only what its filter lets through', async () => {
    const lane = laneWith(day);
    const rowsOf = async (filter: object): Promise<readonly string[]> =>
      recordsOf((await exportedFrom(lane, { filter })).file)
        .slice(1)
        .map(([seq = '']) => seq);
    expect(await rowsOf({ outcome: 'deny' })).toEqual(['3']);
    expect(await rowsOf({ issuer: 'XJ' })).toEqual(['2']);
    expect(await rowsOf({ reason: 'counterfeit', kind: 'scan' })).toEqual([
      '3',
    ]);
    expect(
      await rowsOf({ fromMs: noonMs + 1_500, untilMs: noonMs + 9_000 }),
    ).toEqual(['2', '3']);
    expect(await rowsOf({ issuer: 'NO' })).toEqual([]);
  });

  test('is named without anything of anyone and readable by its owner alone', async () => {
    const { file, manifest } = await exportedFrom(laneWith(day));
    expect(basename(file)).toMatch(
      /^postern-log-XJ-URC-014-20261121-120100-[0-9a-f]{6}\.csv$/,
    );
    expect(manifest).toBe(`${file}.manifest`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  });

  test('says its own hash, and leaves an entry that says the same and who took it', async () => {
    const lane = laneWith(day);
    const result = await exportedFrom(lane, { filter: { outcome: 'deny' } });
    const hash = createHash('sha256').update(readFileSync(result.file));
    expect(result.sha256).toBe(hash.digest('hex'));
    const entry = lane.store.entries.withSeq(5);
    const header = entry && readHeader(entry.header);
    expect(header?.ok && header.value).toMatchObject({
      kind: 'export',
      body: {
        rows: 1,
        filter: { outcome: 'deny' },
        place: 'data-folder',
        altered: 0,
        name: '王芳',
      },
    });
    expect(
      header?.ok &&
        Buffer.from(header.value.body['sha256'] as Uint8Array).toString('hex'),
    ).toBe(result.sha256);
  });

  test('goes to a drive when it is told to, and leaves nothing else there', async () => {
    const lane = laneWith(day);
    const [, usb] = lane.archive.exportPlaces();
    const { file } = await exportedFrom(lane, { placeId: usb?.id ?? '' });
    expect(dirname(file)).toBe(lane.drive);
    expect(readdirSync(lane.drive).toSorted()).toEqual([
      basename(file),
      `${basename(file)}.manifest`,
    ]);
  });

  test('names every entry that was altered before, and says so in its row', async () => {
    const lane = laneWith(day);
    tamper(
      lane.folder,
      "UPDATE entry SET outcome = 'deny' WHERE seq = 2; UPDATE entry SET header = x'00' WHERE seq = 4; DELETE FROM entry WHERE seq = 3;",
    );
    const result = await exportedFrom(lane, { filter: { outcome: 'admit' } });
    expect(result).toMatchObject({ alteredSeqs: [2, 3, 4], altered: 3 });
    const rows = recordsOf(result.file).slice(1);
    expect(rows.map((cells) => [cells[0], cells[5], cells.at(-2)])).toEqual([
      ['2', 'Admit', 'Altered'],
      ['4', '', 'Altered'],
    ]);
  });

  test('of nothing is a file of headings', async () => {
    const result = await exportedFrom(laneWith([]));
    expect(result).toMatchObject({ rows: 0, altered: 0 });
    expect(recordsOf(result.file)).toHaveLength(1);
  });
});

describe('a hostile name', () => {
  const named = (maskedName: string, number: number) => {
    const plain = scanDraft(number);
    return {
      ...plain,
      body: { ...plain.body, maskedName },
      projection: { ...plain.projection, maskedName },
    };
  };

  test.each([
    ['=1+1', "'=1+1"],
    ['  +86', "'  +86"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝cmd', "'＝cmd"],
    ['　＠x', "'　＠x"],
    ['a,"b"', 'a,"b"'],
    ['李-明=', '李-明='],
  ])('%j is written as %j', async (name, expected) => {
    const { file } = await exportedFrom(laneWith([named(name, 1)]));
    expect(recordsOf(file)[1]?.[9]).toBe(expected);
  });

  // The log refuses these; whoever writes to its file may put them there all the same.
  test.each([
    ['\u{202e}=1', "'=1"],
    ['\t=1', "'=1"],
    ['\r\n张', "'张"],
    ['\0', "'"],
    ['\u{200f}张*', '张*'],
    ['张\u{2028}\n明', '张明'],
    ['a\u{2066}b\u{d800}', 'ab'],
  ])(
    '%j is written as %j even where the log is not ours any more',
    (name, expected) => {
      expect(plainCell(name)).toBe(expected);
    },
  );

  test('never begins a cell with what begins a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(plainCell(name)).not.toMatch(
          /^\s*[=+\-@＝＋－＠]|[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u,
        );
      }),
    );
  });
});

describe('an export that fails', () => {
  const filesIn = (lane: ExportLane): readonly string[] =>
    readdirSync(join(lane.folder, 'exports'));

  test('says that its place is gone where nothing of that name is plugged in', async () => {
    expect(await exportFrom(laneWith(day), { placeId: 'drive-0' })).toEqual({
      kind: 'failed',
      failure: 'job.place-gone',
    });
  });

  test('says so where the place has gone since it was listed', async () => {
    const lane = laneWith(day);
    const [, usb] = lane.archive.exportPlaces();
    lane.board.start({
      kind: 'export-log',
      request: { filter: {}, placeId: usb?.id ?? '', language: 'zh' },
    });
    rmSync(lane.drive, { recursive: true });
    const { state } = await untilJob(
      lane.board,
      (job) => job.state.kind !== 'running',
    );
    expect(state).toEqual({ kind: 'failed', failure: 'job.place-gone' });
  });

  test.runIf(process.platform === 'linux')(
    'says that it cannot write where nobody may (Linux: sysfs)',
    async () => {
      const lane = laneWith(day);
      rmSync(join(lane.folder, 'exports'), { recursive: true, force: true });
      symlinkSync('/sys', join(lane.folder, 'exports'));
      expect(await exportFrom(lane)).toEqual({
        kind: 'failed',
        failure: 'job.not-written',
      });
    },
  );

  test.runIf(process.platform !== 'win32')(
    'says that its place is full and leaves nothing there (POSIX: a limit on file sizes)',
    async () => {
      const lane = laneWith(
        Array.from({ length: 5_000 }, (_, at) => scanDraft(at + 1)),
      );
      lane.store.close();
      const limited = runUnderLimit(
        1024,
        '../kiosk/export/export-once.ts',
        lane.folder,
      );
      const [state] = await linesOf(limited);
      expect(state).toBe(
        JSON.stringify({ kind: 'failed', failure: 'job.place-full' }),
      );
      expect(filesIn(lane)).toEqual([]);
    },
  );

  test('is taken away again where the log cannot record it', async () => {
    const lane = laneWith(day, {
      append: () => err({ code: 'store.full', message: 'full' }),
    });
    expect(await exportFrom(lane)).toEqual({
      kind: 'failed',
      failure: 'store.full',
    });
    expect(filesIn(lane)).toEqual([]);
    expect(lane.store.entries.head().seq).toBe(4);
  });

  test('leaves no file behind when it is cancelled', async () => {
    const lane = laneWith(
      Array.from({ length: 20_000 }, (_, at) => scanDraft(at + 1, later(at))),
    );
    lane.board.start({
      kind: 'export-log',
      request: { filter: {}, placeId: 'data-folder', language: 'zh' },
    });
    const running = await untilJob(
      lane.board,
      ({ state }) => state.kind === 'running' && state.done > 0,
    );
    expect(filesIn(lane)).toHaveLength(1);
    expect(lane.board.cancel(running.id)).toBe(true);
    const ended = await untilJob(
      lane.board,
      ({ state }) => state.kind !== 'running',
    );
    expect(ended.state).toEqual({ kind: 'cancelled' });
    expect(filesIn(lane)).toEqual([]);
    expect(lane.board.cancel(running.id)).toBe(false);
  });
});

describe('an export of 100,000 entries', { timeout: 600_000 }, () => {
  const most = async (entries: number): Promise<number> => {
    const lane = laneWith(drafts(entries));
    lane.store.close();
    const [state = '', kilobytes] = await linesOf(
      run('../kiosk/export/export-once.ts', lane.folder),
    );
    expect(JSON.parse(state)).toMatchObject({
      kind: 'done',
      result: { rows: entries, altered: 0 },
    });
    return Number(kilobytes);
  };
  function* drafts(count: number): Generator<EntryDraft> {
    for (let n = 1; n <= count; n += 1) yield scanDraft(n, later(n * 1_000));
  }

  test('takes hardly more memory than one of a tenth', async () => {
    const tenth = await most(10_000);
    const whole = await most(100_000);
    // 24 bytes a row are kept to be signed; the rows themselves, as objects, would be ten times this.
    expect(whole - tenth).toBeLessThan(64_000);
  });
});
