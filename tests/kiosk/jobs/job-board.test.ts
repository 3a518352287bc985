import { describe, expect, test } from 'vitest';
import type { Job } from '#kiosk/contract';
import { createJobBoard, type StartWork } from '#kiosk/jobs';
import { noWork } from './no-work.ts';

/** A board whose proofs are ended by hand. */
function boardOf() {
  const told: Parameters<StartWork<'verify-chain'>>[1][] = [];
  const cancelled: number[] = [];
  let ids = 0;
  const board = createJobBoard(
    {
      ...noWork,
      'verify-chain': (_work, tell) => {
        const number = told.push(tell);
        return {
          cancel: () => {
            cancelled.push(number);
            tell({ kind: 'cancelled' });
            return Promise.resolve();
          },
        };
      },
    },
    () => `job-${String((ids += 1))}`,
  );
  return { board, told, cancelled };
}

const states = (jobs: readonly Job[]): readonly string[] =>
  jobs.map(({ id, state }) => `${id} ${state.kind}`);

describe('the job board', () => {
  test('lists a job from its start to its end', () => {
    const { board, told } = boardOf();
    const seen: string[] = [];
    board.onChange(() => {
      seen.push(JSON.stringify(board.jobs().at(-1)?.state));
    });
    expect(board.start({ kind: 'verify-chain' })).toBe(true);
    told[0]?.({ kind: 'running', done: 5, of: 9 });
    told[0]?.({ kind: 'done', result: { entries: 9 } });
    expect(seen).toEqual([
      '{"kind":"running","done":0,"of":0}',
      '{"kind":"running","done":5,"of":9}',
      '{"kind":"done","result":{"entries":9}}',
    ]);
  });

  test('runs one of a kind at a time, and different kinds beside each other', () => {
    const { board, told } = boardOf();
    expect(board.start({ kind: 'verify-chain' })).toBe(true);
    expect(board.start({ kind: 'verify-chain' })).toBe(false);
    const request = { filter: {}, placeId: 'x', language: 'zh' } as const;
    expect(board.start({ kind: 'export-log', request })).toBe(true);
    told[0]?.({ kind: 'failed', failure: 'job.crashed' });
    expect(board.start({ kind: 'verify-chain' })).toBe(true);
  });

  test('cancels what runs and nothing else', () => {
    const { board, cancelled } = boardOf();
    board.start({ kind: 'verify-chain' });
    expect(board.cancel('job-9')).toBe(false);
    expect(board.cancel('job-1')).toBe(true);
    expect(states(board.jobs())).toEqual(['job-1 cancelled']);
    expect(board.cancel('job-1')).toBe(false);
    expect(cancelled).toEqual([1]);
  });

  test('keeps the newest ten', () => {
    const { board, told } = boardOf();
    for (let n = 0; n < 12; n += 1) {
      board.start({ kind: 'verify-chain' });
      told[n]?.({ kind: 'done', result: { entries: n } });
    }
    expect(board.jobs().map(({ id }) => id)).toEqual(
      [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `job-${String(n)}`),
    );
  });

  test('ends everything that runs when it stops', async () => {
    const { board, cancelled } = boardOf();
    board.start({ kind: 'verify-chain' });
    await board.stop();
    expect(cancelled).toEqual([1]);
  });

  test('knows of work that ended before it began', () => {
    const board = createJobBoard(
      {
        ...noWork,
        'verify-chain': (_work, tell) => {
          tell({ kind: 'failed', failure: 'store.io' });
          return { cancel: () => Promise.resolve() };
        },
      },
      () => 'only',
    );
    board.start({ kind: 'verify-chain' });
    expect(states(board.jobs())).toEqual(['only failed']);
    expect(board.cancel('only')).toBe(false);
  });
});
