import { createHash } from 'node:crypto';
import type { Record } from '#core/gate';
import type { EntryDraft } from '#core/log';
import { toEntryDraft, toStartDraft } from '#core/log';
import type { HouseholdPass, SinglePass } from '#core/pass';
import type { Checkpoint } from '#core/policy';
import type { CheckedPass, TrustedTime } from '#core/trust';

export const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

export const checkpoint: Checkpoint = {
  id: 'XJ-URC-014',
  nameZh: '长春路市场',
  nameEn: 'Changchun Road Market',
  lane: '2',
  direction: 'in',
  siteType: 'market',
  timeZone: 'Asia/Urumqi',
};

export const noonMs = Date.UTC(2026, 10, 21, 6);

export const noon: TrustedTime = {
  lowerMs: noonMs - 2_000,
  atMs: noonMs,
  upperMs: noonMs + 2_000,
  state: 'trusted',
  monoMs: 60_000,
  bootId: 'boot-1',
};

/** The same clock so many milliseconds later. */
export function later(byMs: number): TrustedTime {
  return {
    ...noon,
    lowerMs: noon.lowerMs + byMs,
    atMs: noon.atMs + byMs,
    upperMs: noon.upperMs + byMs,
    monoMs: noon.monoMs + byMs,
  };
}

export const singlePass: SinglePass = {
  kind: 'single',
  issuer: 'XJ',
  issuedAt: noonMs / 1000 - 60,
  notBefore: noonMs / 1000 - 60,
  expiresAt: noonMs / 1000 + 3600,
  passId: Uint8Array.from({ length: 16 }, (_, at) => at),
  form: 'static',
  health: {
    person: {
      name: '古丽米热·艾合买提',
      documentType: 1,
      documentNumber: '6501234',
      birthYear: 1988,
      latinName: 'Gulmire Ehmet',
    },
    colour: { code: '00', label: '绿码' },
    status: { list: 3, index: 77 },
  },
};

export const householdPass: HouseholdPass = {
  kind: 'household',
  issuer: 'XJ',
  issuedAt: singlePass.issuedAt,
  notBefore: singlePass.notBefore,
  expiresAt: singlePass.expiresAt,
  passId: singlePass.passId.toReversed(),
  form: 'static',
  members: [
    singlePass.health,
    { person: { name: '艾力' }, status: { list: 3, index: 78 } },
  ],
};

export const authentic = {
  kind: 'authentic',
  authentic: {
    pass: singlePass,
    issuer: {
      id: 'XJ',
      nameZh: '新疆维吾尔自治区',
      nameEn: 'Xinjiang',
      colours: { '00': 'green' },
    },
    key: {
      kid: '0102030405060708',
      issuer: 'XJ',
      publicKey: new Uint8Array(32),
      kinds: ['pass'],
      forms: ['live', 'paper', 'static'],
      from: 0,
      until: 4_000_000_000,
      areas: [],
    },
    showing: { kind: 'still' },
    outOfScope: [],
    dates: [],
    status: ['normal'],
  },
} satisfies CheckedPass;

export type ScanRecord = Extract<Record, { kind: 'scan' }>;

export const admitted: ScanRecord = {
  kind: 'scan',
  id: '01931f00-0000-7000-8000-000000000001',
  at: later(1_500),
  scan: {
    scanId: '01931f00-0000-7000-8000-00000000aaaa',
    source: 'serial',
    reader: 'lane-2-left',
    at: noon,
    checked: authentic,
    history: { kind: 'new' },
    dedupeTag: '00112233445566778899aabbccddeeff',
  },
  verdict: {
    outcome: 'admit',
    reasons: [{ code: 'colour-green' }],
    advice: [],
    badges: [{ kind: 'vaccination', state: 'complete' }],
    basis: {
      policyVersion: 4,
      trustVersion: 9,
      trustAgeMs: 3_600_000,
      timeState: 'trusted',
    },
    expiresAtMs: noonMs + 3_600_000,
    subject: {
      maskedName: '古*提',
      maskedDocument: '****1234',
      birthYear: 1988,
      issuerId: 'XJ',
      issuerZh: '新疆维吾尔自治区',
      issuerEn: 'Xinjiang',
      colour: 'green',
      colourLabel: '绿码',
      form: 'static',
      persons: 1,
      members: [],
    },
  },
  readings: [
    { rawCenti: 3402, estimateCenti: 3652.5, source: 'sensor' },
    { rawCenti: 3660, estimateCenti: 3660, source: 'typed' },
  ],
};

const { subject: _nobody, ...judgement } = admitted.verdict as Extract<
  // Only an admit, and this is one, always has a subject.
  ScanRecord['verdict'],
  { outcome: 'admit' }
>;

/** A text of which nothing may be believed. */
export const unbelieved: ScanRecord = {
  ...admitted,
  id: '01931f00-0000-7000-8000-000000000002',
  scan: {
    scanId: '01931f00-0000-7000-8000-00000000bbbb',
    source: 'camera',
    reader: 'camera',
    at: noon,
    checked: { kind: 'counterfeit', detail: 'bad-signature' },
    history: { kind: 'new' },
  },
  verdict: {
    ...judgement,
    outcome: 'deny',
    reasons: [{ code: 'counterfeit', detail: 'bad-signature' }],
    advice: ['keep-code-report'],
  },
  readings: [],
};

export const allowed: Record = {
  kind: 'guard-action',
  id: '01931f00-0000-7000-8000-000000000003',
  ref: admitted.id,
  at: later(9_000),
  resolution: { kind: 'allow', because: 'id-checked' },
};

export const started: EntryDraft = toStartDraft({
  id: '01931f00-0000-7000-8000-000000000000',
  at: noon,
  version: '0.1.0',
  profile: 'site',
  checkpoint,
});

/** Drafts of scans with ids of their own, in the order of the numbers. */
export function scanDraft(number: number, at: TrustedTime = noon): EntryDraft {
  const hex = number.toString(16).padStart(12, '0');
  const id = `01931f00-0000-7000-8000-${hex}`;
  return toEntryDraft({ ...admitted, id, at }, checkpoint);
}
