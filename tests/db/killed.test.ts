import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '#core/log';
import { openStore } from '#db';
import { sha256 } from '../core/log/example-records.ts';
import { linesOf, newFolder, run, storeIn, valueOf } from './store-in.ts';

// Generous: each round starts a program, on whatever disk and beside whatever else runs.
describe('a store killed with -9', { timeout: 60_000 }, () => {
  test('has every entry it acknowledged, in a sound chain, again and again', async () => {
    const folder = newFolder();
    let last = 0;
    for (const more of [1, 2, 40, 3, 120, 1]) {
      last = await appendAndKill(folder, last + more);
      const store = valueOf(openStore(folder));
      const { seq } = store.entries.head();
      expect(seq).toBeGreaterThanOrEqual(last);
      expect(verifyChain(store.entries.walk(0), sha256)).toEqual({
        entries: seq,
      });
      expect(store.sealed.blob(seq)).toHaveLength(200);
      store.close();
      last = seq;
    }
  });

  test('holds its folder for itself, and no longer than it lives', async () => {
    const folder = newFolder();
    const holder = run('append-until-killed.ts', folder);
    await once(holder.stdout ?? holder, 'data');
    expect(openStore(folder)).toMatchObject({
      ok: false,
      error: { code: 'store.locked' },
    });
    holder.kill('SIGKILL');
    await once(holder, 'close');
    valueOf(openStore(folder)).close();
  });

  test('holds it against other programs even after its own refused a second store', async () => {
    const folder = newFolder();
    storeIn(folder);
    expect(openStore(folder).ok).toBe(false);
    expect(await linesOf(run('try-to-open.ts', folder))).toEqual([
      'store.locked',
    ]);
  });
});

/** The last seq the program acknowledged before it was killed, at least the one asked for. */
async function appendAndKill(
  folder: string,
  untilSeq: number,
): Promise<number> {
  const child = run('append-until-killed.ts', folder);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (lastSeqOf(text) >= untilSeq) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [unknown, string];
  expect(signal).toBe('SIGKILL');
  return lastSeqOf(text);
}

/** Of whole lines only: a torn one was not acknowledged. */
function lastSeqOf(text: string): number {
  return Number(text.split('\n').at(-2)) || 0;
}
