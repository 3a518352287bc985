import { describe, expect, test } from 'vitest';
import { earconOf, earcons } from '../../../renderer/sound/earcon.ts';
import { admit, hold } from '../snapshots.ts';

describe('the sound of an outcome', () => {
  test('is the same verdict however often it is drawn', () => {
    expect(earconOf(admit(1600))).toEqual(earconOf(admit(200)));
  });

  test('is a new verdict after another measurement of the same scan', () => {
    expect(earconOf(hold(1))?.verdictId).not.toBe(earconOf(hold(2))?.verdictId);
  });

  test('is kept for admit, hold and deny', () => {
    expect(earconOf({ kind: 'idle' })).toBeUndefined();
    expect(earconOf(hold(0))?.name).toBe('hold');
  });

  test('differs by rhythm, not only by pitch', () => {
    const rhythms = Object.values(earcons).map((tones) =>
      tones.map(({ atMs, lastsMs }) => `${atMs}+${lastsMs}`).join(),
    );
    expect(new Set(rhythms).size).toBe(3);
  });

  test('rises twice for an admit, stays even for a hold, begins long for a deny', () => {
    expect(earcons.admit.every(({ fromHz, toHz }) => toHz > fromHz)).toBe(true);
    expect(new Set(earcons.hold.map(({ lastsMs }) => lastsMs)).size).toBe(1);
    expect(earcons.hold).toHaveLength(3);
    const [long, short] = earcons.deny;
    expect(long && short && long.lastsMs > 3 * short.lastsMs).toBe(true);
  });

  test('never overlaps itself', () => {
    for (const tones of Object.values(earcons)) {
      tones.slice(1).forEach((tone, place) => {
        const before = tones[place];
        expect(before && before.atMs + before.lastsMs <= tone.atMs).toBe(true);
      });
    }
  });
});
