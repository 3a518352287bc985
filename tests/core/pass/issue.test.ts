import { describe, expect, it } from 'vitest';
import {
  decodeFrame,
  encodeClaims,
  encodeFrame,
  issuePass,
  limitOf,
  parseClaims,
  signedBytes,
  type Health,
  type HouseholdPass,
  type SinglePass,
} from '#core/pass';

const signer = {
  kid: Uint8Array.from({ length: 8 }, (_, at) => at),
  sign: (message: Uint8Array) => new Uint8Array(64).fill(message.length & 255),
};

const health: Health = {
  person: { name: '张小明' },
  colour: { code: '00' },
  status: { list: 3, index: 1000 },
};

const live: SinglePass = {
  kind: 'single',
  issuer: 'TEST-51',
  issuedAt: 1_765_000_000,
  notBefore: 1_765_000_000,
  expiresAt: 1_765_003_600,
  passId: new Uint8Array(16),
  form: 'live',
  holderKey: new Uint8Array(32).fill(9),
  health,
};

const { holderKey: _, ...unbound } = live;
const paper: SinglePass = {
  ...unbound,
  form: 'paper',
  health: { person: health.person, status: health.status },
};

const household: HouseholdPass = {
  ...live,
  kind: 'household',
  members: Array.from({ length: 6 }, () => health),
};

describe('issuePass', () => {
  it.each([live, paper, household])('makes a $kind $form pass', (pass) => {
    const made = issuePass(pass, signer);
    if (!made.ok) throw new Error(made.error.reason);
    const frame = decodeFrame(made.value);
    if (!frame.ok) throw new Error(frame.error.detail);
    expect(frame.value.kid).toEqual(signer.kid);
    const message = signedBytes(frame.value, 'HP1/pass');
    expect(frame.value.signature).toEqual(signer.sign(message));
    expect(parseClaims(frame.value.payload).ok).toBe(true);
  });

  it.each([
    ['paper', paper, 226],
    ['one person', live, 320],
  ])(
    'makes %s up to its limit and refuses a byte more',
    (_what, pass, limit) => {
      expect(limitOf(pass)).toBe(limit);
      expect(issuePass(ofSize(pass, limit), signer).ok).toBe(true);
      expect(issuePass(ofSize(pass, limit + 1), signer)).toEqual({
        ok: false,
        error: { reason: 'over-limit', bytes: limit + 1, limit },
      });
    },
  );

  it('refuses a household over 800 bytes, in any form', () => {
    expect(limitOf(household)).toBe(800);
    expect(limitOf({ ...household, form: 'paper' })).toBe(800);
    const named = { ...health, person: { name: '名'.repeat(20) } };
    const tested = {
      ...named,
      test: { kind: 'antigen', result: 'negative', sampledAt: 1 } as const,
      colour: { code: '00', label: '绿'.repeat(8) },
    };
    const members = Array.from({ length: 6 }, () => tested);
    const refused = issuePass({ ...household, members }, signer);
    expect(refused.ok ? 'made' : refused.error.reason).toBe('over-limit');
  });

  it('refuses what no kiosk would read, and does not sign it', () => {
    const neverSigns = {
      ...signer,
      sign: (): never => {
        throw new Error('signed');
      },
    };
    const short = { ...live, expiresAt: live.notBefore };
    expect(issuePass(short, neverSigns)).toEqual({
      ok: false,
      error: { reason: 'malformed', detail: 'claim-dates', where: '4' },
    });
    const person = { name: 'Jose\u0301' };
    const decomposed = { ...live, health: { ...health, person } };
    expect(issuePass(decomposed, neverSigns)).toEqual({
      ok: false,
      error: { reason: 'malformed', detail: 'text-not-nfc' },
    });
    const halfDay = { ...live, expiresAt: live.notBefore + 0.5 };
    expect(issuePass(halfDay, neverSigns)).toMatchObject({
      error: { detail: 'cbor-type' },
    });
  });

  it('throws on a word that the format has no code for: a defect of the caller', () => {
    // Only a cast can bring it here.
    const person = { name: '张小明', documentType: 8 as 9 };
    const odd = { ...live, health: { ...health, person } };
    expect(() => issuePass(odd, signer)).toThrow('no code for 8');
  });
});

/** The pass with as much more to say as makes its frame that long. */
function ofSize(pass: SinglePass, bytes: number): SinglePass {
  for (let latin = 1; latin <= 60; latin += 5)
    for (let issuer = 1; issuer <= 60; issuer += 1) {
      const latinName = 'A'.repeat(latin);
      const person = { ...pass.health.person, latinName };
      const filled: SinglePass = {
        ...pass,
        health: { ...pass.health, person },
        convertedFrom: { issuer: 'C'.repeat(issuer) },
      };
      if (sizeOf(filled) === bytes) return filled;
    }
  throw new Error(`no pass of ${bytes} bytes`);
}

function sizeOf(pass: SinglePass): number {
  const signature = new Uint8Array(64);
  const payload = encodeClaims(pass);
  return encodeFrame({ kid: signer.kid, payload, signature }).length;
}
