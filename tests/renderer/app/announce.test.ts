import { describe, expect, test } from 'vitest';
import { words, type GateView } from '#kiosk/contract';
import { announcementOf } from '../../../renderer/app/announce.ts';
import { admit, hold, snapshotWith } from '../snapshots.ts';

describe('what is said aloud to a screen reader', () => {
  test('is the outcome and why', () => {
    expect(announcementOf(at(hold(1)), words.zh)).toBe('待核, 体温偏高');
    expect(announcementOf(at(admit(1)), words.en)).toBe('Admit, Green code');
  });

  test('is nothing while nobody is there', () => {
    expect(announcementOf(at({ kind: 'idle' }), words.en)).toBe('');
  });

  test('is the loss of the service, but not the first connecting', () => {
    expect(announcementOf({ kind: 'interrupted' }, words.en)).toBe(
      'Connection lost',
    );
    expect(announcementOf({ kind: 'connecting' }, words.en)).toBe('');
  });
});

function at(gate: GateView): Parameters<typeof announcementOf>[0] {
  return { kind: 'live', snapshot: snapshotWith({ gate }), atMs: 0 };
}
