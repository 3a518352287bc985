import { describe, expect, test } from 'vitest';
import type { Record, Resolution } from '#core/gate';
import {
  encodeHeader,
  personalDataOf,
  projectionOf,
  toEntryDraft,
} from '#core/log';
import {
  admitted,
  allowed,
  authentic,
  checkpoint,
  singlePass,
  unbelieved,
  type ScanRecord,
} from './example-records.ts';

describe('toEntryDraft', () => {
  test('keeps of a scan where, how, the outcome with every reason, and what it rests on', () => {
    expect(toEntryDraft(admitted, checkpoint)).toEqual({
      id: admitted.id,
      kind: 'scan',
      at: admitted.at,
      body: {
        checkpoint: 'XJ-URC-014',
        lane: '2',
        direction: 'in',
        scanId: admitted.scan.scanId,
        source: 'serial',
        reader: 'lane-2-left',
        readAtMs: admitted.scan.at.atMs,
        outcome: 'admit',
        reasons: [{ code: 'colour-green' }],
        advice: [],
        badges: [{ kind: 'vaccination', state: 'complete' }],
        readings: [
          { raw: 3402, estimate: 3652, source: 'sensor' },
          { raw: 3660, estimate: 3660, source: 'typed' },
        ],
        policyVersion: 4,
        trustVersion: 9,
        trustAgeMs: 3_600_000,
        issuer: 'XJ',
        kid: '0102030405060708',
        form: 'static',
        dedupeTag: '00112233445566778899aabbccddeeff',
        persons: 1,
        maskedName: '古*提',
        maskedDocument: '****1234',
      },
      projection: {
        outcome: 'admit',
        reason: 'colour-green',
        issuer: 'XJ',
        dedupeTag: '00112233445566778899aabbccddeeff',
        maskedName: '古*提',
        maskedDocument: '****1234',
      },
    });
  });

  test('keeps every reason in order, with its detail', () => {
    const reasons = [
      { code: 'expired' },
      { code: 'out-of-scope', detail: 'form' },
    ] as const;
    const record: Record = {
      ...admitted,
      verdict: { ...admitted.verdict, outcome: 'hold', reasons },
    };
    const { body, projection } = toEntryDraft(record, checkpoint);
    expect(body['reasons']).toEqual(reasons);
    expect(projection.reason).toBe('expired');
  });

  test('writes down nothing that an unbelieved text claims', () => {
    const { body, projection } = toEntryDraft(unbelieved, checkpoint);
    expect(Object.keys(body)).not.toContain('issuer');
    expect(Object.keys(body)).not.toContain('kid');
    expect(Object.keys(body)).not.toContain('maskedName');
    expect(projection).toEqual({ outcome: 'deny', reason: 'counterfeit' });
  });

  test('names the issuer of a pass that its own signature holds but is unusable', () => {
    const record: ScanRecord = {
      ...unbelieved,
      scan: {
        ...unbelieved.scan,
        checked: {
          kind: 'unusable',
          issuer: authentic.authentic.issuer,
          refusal: { reason: 'update-kiosk' },
        },
      },
    };
    const { body } = toEntryDraft(record, checkpoint);
    expect(body['issuer']).toBe('XJ');
    expect(body).not.toHaveProperty('kid');
  });

  test('keeps what tells a live presentation from every other', () => {
    const presentationTag = 'ffeeddccbbaa99887766554433221100';
    const scan = { ...admitted.scan, presentationTag };
    const { body, projection } = toEntryDraft(
      { ...admitted, scan },
      checkpoint,
    );
    expect(body['presentationTag']).toBe(presentationTag);
    expect(projection).not.toHaveProperty('presentationTag');
  });

  test('keeps of each member of a household how they were judged, and nobody twice', () => {
    // Only an admit, and this is one, always has a subject.
    const verdict = admitted.verdict as Extract<
      ScanRecord['verdict'],
      { outcome: 'admit' }
    >;
    const badges = [{ kind: 'test', state: 'none' }] as const;
    const members = [
      { maskedName: '古*提', outcome: 'admit', reasons: [], badges },
      {
        maskedName: '艾*',
        outcome: 'hold',
        reasons: [{ code: 'colour-unconfirmed', detail: 'absent' }],
        badges,
      },
    ] as const;
    const maskedName = '古*提、艾*';
    const subject = { ...verdict.subject, maskedName, members };
    const { body } = toEntryDraft(
      { ...admitted, verdict: { ...verdict, subject } },
      checkpoint,
    );
    expect(body['maskedName']).toBe('古*提、艾*');
    expect(body['members']).toEqual([
      { outcome: 'admit', reasons: [] },
      {
        outcome: 'hold',
        reasons: [{ code: 'colour-unconfirmed', detail: 'absent' }],
      },
    ]);
  });

  test('says of a guard’s action whether it ended the hold', () => {
    // As the cases above: a record of this kind with one field more.
    const record = { ...allowed, ends: 'allowed' } as Record;
    const { body } = toEntryDraft(record, checkpoint);
    expect(body['ends']).toBe('allowed');
  });

  test('refers a second measurement to the first entry of its scan', () => {
    const { ref } = toEntryDraft({ ...admitted, ref: 'first' }, checkpoint);
    expect(ref).toBe('first');
  });

  test.each<[Resolution, object]>([
    [
      { kind: 'allow', because: 'id-checked' },
      { action: 'allow', because: 'id-checked' },
    ],
    [
      { kind: 'refuse', because: 'no-valid-pass' },
      { action: 'refuse', because: 'no-valid-pass' },
    ],
    [{ kind: 'measure-again' }, { action: 'measure-again' }],
    [
      { kind: 'id-compared', matches: false },
      { action: 'id-compared', matches: false },
    ],
  ])('keeps what the guard did: %j', (resolution, kept) => {
    const record = { ...allowed, resolution } as Record;
    expect(toEntryDraft(record, checkpoint)).toEqual({
      id: allowed.id,
      kind: 'guard-action',
      ref: admitted.id,
      at: allowed.at,
      body: {
        checkpoint: 'XJ-URC-014',
        lane: '2',
        direction: 'in',
        ...kept,
      },
      projection: {},
    });
  });

  test('rounds an estimate down, so that the log never shows a fever that was not judged one', () => {
    const record: Record = {
      ...admitted,
      readings: [
        { rawCenti: 3480.5, estimateCenti: 3729.99, source: 'sensor' },
      ],
    };
    const { body } = toEntryDraft(record, checkpoint);
    expect(body['readings']).toEqual([
      { raw: 3480, estimate: 3729, source: 'sensor' },
    ]);
  });

  test('still writes a scan of a kiosk that has never had a bundle', () => {
    const record: Record = {
      ...unbelieved,
      verdict: {
        ...unbelieved.verdict,
        basis: {
          ...unbelieved.verdict.basis,
          trustAgeMs: Number.POSITIVE_INFINITY,
        },
      },
    };
    const draft = toEntryDraft(record, checkpoint);
    expect(encodeHeader(1, draft).length).toBeGreaterThan(0);
  });

  test('holds no whole name, document, birth year or pass id', () => {
    const draft = toEntryDraft(admitted, checkpoint);
    const header = Buffer.from(encodeHeader(1, draft));
    const { person } = singlePass.health;
    expect(header.includes(person.name)).toBe(false);
    expect(header.includes('Gulmire')).toBe(false);
    expect(header.includes('6501234')).toBe(false);
    expect(header.includes('birth')).toBe(false);
    expect(header.includes(Buffer.from(singlePass.passId))).toBe(false);
    expect(JSON.stringify(draft.body)).not.toContain('1988');
  });

  test('projects exactly what its body says', () => {
    for (const record of [admitted, unbelieved, allowed]) {
      const draft = toEntryDraft(record, checkpoint);
      expect(draft.projection).toEqual(projectionOf(draft.body));
      expect(draft.sealed).toBeUndefined();
    }
  });
});

describe('personalDataOf', () => {
  test('is there only for an authentic pass', () => {
    expect(personalDataOf(admitted)).toEqual({
      passId: singlePass.passId,
      persons: [singlePass.health.person],
    });
    expect(personalDataOf(unbelieved)).toBeUndefined();
    expect(personalDataOf(allowed)).toBeUndefined();
  });
});
