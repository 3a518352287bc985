import { describe, expect, test } from 'vitest';
import { openStore } from '#db';
import { linesOf, newFolder, runUnderLimit, valueOf } from './store-in.ts';

/** 1 MiB: the write-ahead log is there after some forty entries, the database after a thousand. */
const blocks = 2_048;

/** What the steps of a scenario said; the scenario itself runs under the limit. */
async function play(folder: string, scenario: string): Promise<unknown[]> {
  const child = runUnderLimit(blocks, 'io-error-steps.ts', folder, scenario);
  const lines = await linesOf(child);
  return lines.map((line): unknown => JSON.parse(line));
}

/** The matcher is typed any, which would spread. */
const containing = (part: string): unknown => expect.stringContaining(part);

const io = (message: string) => ({
  ok: false,
  error: { code: 'store.io', message: containing(message) },
});

// The system refuses a write as a broken disk does, through the same calls.
const why =
  process.platform === 'win32' ? ' (skipped: Windows has no such limit)' : '';

describe.skipIf(why !== '')(
  `after a failed write${why}`,
  { timeout: 60_000 },
  () => {
    test('the entry is refused, the file reopened, and the same entry taken', async () => {
      const folder = newFolder();
      const steps = await play(folder, 'heal');
      expect(steps).toHaveLength(9);
      for (let round = 0; round < 9; round += 3) {
        const [failed, again, head] = steps.slice(round, round + 3) as [
          { acknowledged: number },
          unknown,
          unknown,
        ];
        const seq = failed.acknowledged + 1;
        expect(failed).toMatchObject(io('SQLITE_IOERR_WRITE'));
        expect(again).toMatchObject({ ok: true, value: { seq } });
        expect(head).toEqual({ step: 'head', head: seq, entries: seq });
      }
      valueOf(openStore(folder)).close();
    });

    test('a file that cannot be reopened is a failure each time, until it can', async () => {
      const steps = await play(newFolder(), 'gone');
      expect(steps).toMatchObject([
        { step: 'append', ...io('SQLITE_CANTOPEN') },
        { step: 'probe', ...io('SQLITE_CANTOPEN') },
        { step: 'read', failure: { code: 'store.io' } },
        { step: 'back', ok: true },
        { step: 'head' },
      ]);
      expect(steps.at(-1)).not.toHaveProperty('brokenAtSeq');
    });

    test('a file whose last entries no longer hold is not written to', async () => {
      expect(await play(newFolder(), 'tampered')).toMatchObject([
        {
          step: 'append',
          ok: false,
          error: {
            code: 'store.corrupt',
            message: containing('the chain breaks at entry'),
          },
        },
      ]);
    });
  },
);
