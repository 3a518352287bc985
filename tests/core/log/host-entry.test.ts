import { describe, expect, test } from 'vitest';
import {
  encodeHeader,
  readHeader,
  toClockDraft,
  toImportDraft,
  toStartDraft,
  toStopDraft,
} from '#core/log';
import { checkpoint, noon, started } from './example-records.ts';

const when = { id: '01931f00-0000-7000-8000-00000000000f', at: noon };
const fileHash = new Uint8Array(32).fill(3);

describe('entries of the host', () => {
  test('a start says which program, profile and checkpoint', () => {
    const draft = toStartDraft({
      ...when,
      version: '0.1.0',
      profile: 'demo',
      checkpoint,
    });
    expect(draft).toMatchObject({
      kind: 'start',
      body: {
        version: '0.1.0',
        profile: 'demo',
        checkpoint: 'XJ-URC-014',
        lane: '2',
        direction: 'in',
        timeZone: 'Asia/Urumqi',
      },
    });
  });

  test('an import says which file, and its version or why it was refused', () => {
    const applied = { kind: 'applied', version: 9 } as const;
    const refused = { kind: 'refused', refusal: 'bundle-rollback' } as const;
    expect(toImportDraft({ ...when, fileHash, result: applied }).body).toEqual({
      what: 'bundle',
      fileHash,
      applied: true,
      version: 9,
    });
    expect(toImportDraft({ ...when, fileHash, result: refused }).body).toEqual({
      what: 'bundle',
      fileHash,
      applied: false,
      refusal: 'bundle-rollback',
    });
  });

  test('a jump of the clock says which way and how far, in whole milliseconds', () => {
    const draft = toClockDraft({
      ...when,
      finding: 'jumped-back',
      byMs: -7_200_000.4,
    });
    expect(draft.body).toEqual({ finding: 'jumped-back', byMs: -7_200_000 });
  });

  test('a word for the time says who said it, where anyone is logged in', () => {
    const set = { ...when, finding: 'set', byMs: 60_000 } as const;
    expect(toClockDraft(set).body).toEqual({ finding: 'set', byMs: 60_000 });
    const by = { id: 'staff-1', name: 'Zhao', role: 'supervisor' };
    expect(toClockDraft({ ...set, by }).body).toEqual({
      finding: 'set',
      byMs: 60_000,
      byId: 'staff-1',
      byName: 'Zhao',
    });
  });

  test.each([
    started,
    toStopDraft(when),
    toImportDraft({
      ...when,
      fileHash,
      result: { kind: 'applied', version: 1 },
    }),
    toClockDraft({ ...when, finding: 'jumped-forward', byMs: 5_000 }),
  ])('$kind projects nothing and reads back', (draft) => {
    expect(draft.projection).toEqual({});
    expect(readHeader(encodeHeader(1, draft)).ok).toBe(true);
  });
});
