import { describe, expect, it } from 'vitest';
import { checkPass, type Signatures } from '#core/trust';
import { naclEngine, nodeEngine, signatures } from '#kiosk/crypto';
import { check, counterfeit, greenPass, household } from './passes.ts';
import { nonce, present, presentPass, type Shown } from './presenting.ts';
import {
  issuerKey,
  nowSeconds,
  quick,
  signPass,
  testKey,
  trustedNow,
} from './signing.ts';
import { trustOf } from './trust-of.ts';

const sichuan = testKey('51');
const holder = testKey('holder');
const live = greenPass({ form: 'live', holderKey: holder.publicKey });

describe('checkPass, a pass presented live', () => {
  it('believes its holder when both engines do', () => {
    const checked = checkLive({}, signatures);
    expect(checked).toMatchObject({
      kind: 'authentic',
      authentic: {
        pass: live,
        showing: { kind: 'live', nonce, isStale: false },
      },
    });
  });

  it('is shown still when it is shown by itself, live pass or not', () => {
    expect(check(signPass(live, sichuan))).toMatchObject({
      authentic: { showing: { kind: 'still' } },
    });
  });

  it('may be a household, or a static pass that names its holder', () => {
    const holderKey = holder.publicKey;
    const family = {
      ...household(['G', 'G']),
      form: 'live',
      holderKey,
    } as const;
    for (const pass of [family, greenPass({ holderKey })])
      expect(check(presentPass(pass, sichuan, holder))).toMatchObject({
        authentic: { showing: { kind: 'live' } },
      });
  });

  it('is counterfeit when the pass names no holder', () => {
    expect(check(presentPass(greenPass(), sichuan, holder))).toEqual(
      counterfeit('no-holder-key'),
    );
  });

  it('is counterfeit when someone else presents it', () => {
    for (const other of [testKey('thief'), sichuan])
      expect(check(presentPass(live, sichuan, other))).toEqual(
        counterfeit('holder-signature'),
      );
  });

  it('is counterfeit under a signature that only one engine believes', () => {
    const yes = { name: 'yes', verify: () => true };
    for (const second of [nodeEngine, naclEngine]) {
      const split: Signatures = { ...signatures, first: yes, second };
      const spoiled = { signature: flipped };
      // The issuer's signature is sound under both; the holder's only under the first.
      expect(checkLive(spoiled, split)).toEqual(
        counterfeit('holder-signature'),
      );
    }
  });

  it('asks for the point of the holder key once a scan', () => {
    let asked = 0;
    const counting: Signatures = {
      ...quick,
      isTorsionFree(key) {
        asked += 1;
        return quick.isTorsionFree(key);
      },
    };
    checkLive({}, counting);
    expect(asked).toBe(1);
  });
});

describe('checkPass, the time of a presentation', () => {
  it.each([
    [-92, false],
    [-93, true],
    [0, false],
    [92, false],
    [93, true],
  ])('presented %i seconds from now, is stale: %s', (seconds, isStale) => {
    // The clock is sure to two seconds either way.
    const shown = { presentedAt: nowSeconds + seconds };
    expect(checkLive(shown)).toMatchObject({
      authentic: { showing: { isStale } },
    });
  });

  it('is never stale ahead of a clock that knows no upper end', () => {
    const time = { ...trustedNow, upperMs: 8_640_000_000_000_000 };
    const shown = { presentedAt: nowSeconds + 86_400 };
    expect(checkLive(shown, quick, time)).toMatchObject({
      authentic: { showing: { isStale: false } },
    });
  });
});

describe('checkPass, the order of a pass and its presentation', () => {
  const thief = testKey('thief');

  it('judges the pass inside first', () => {
    const unknown = greenPass({ ...live, issuer: '99' });
    expect(check(presentPass(unknown, testKey('99'), thief))).toEqual({
      kind: 'unknown-key',
    });
    const forged = { ...testKey('51', 'forger'), kid: sichuan.kid };
    expect(check(presentPass(live, forged, thief))).toEqual(
      counterfeit('bad-signature'),
    );
    const backwards = { ...live, expiresAt: live.notBefore };
    expect(check(presentPass(backwards, sichuan, thief))).toMatchObject({
      kind: 'unusable',
      refusal: { detail: 'claim-dates' },
    });
  });

  it('names a demo pass at a site, presented live too', () => {
    const demo = testKey('DEMO-51');
    const pass = { ...live, issuer: 'DEMO-51' };
    expect(check(presentPass(pass, demo, holder))).toEqual({
      kind: 'demo-pass',
    });
  });

  it('asks the holder even of a pass that is over, out of scope or revoked', () => {
    const over = { ...live, notBefore: 1_000, expiresAt: 2_000 };
    const status = { list: 1, index: 2 };
    const revoked = { ...over, health: { ...over.health, status } };
    const changes = { keys: [issuerKey(sichuan, { forms: ['paper'] })] };
    expect(check(presentPass(revoked, sichuan, thief), changes)).toEqual(
      counterfeit('holder-signature'),
    );
    expect(check(presentPass(revoked, sichuan, holder), changes)).toMatchObject(
      {
        kind: 'authentic',
        authentic: {
          showing: { kind: 'live', isStale: false },
          outOfScope: ['form'],
          dates: ['expired'],
          status: ['status-revoked'],
        },
      },
    );
  });
});

function checkLive(
  shown: Shown,
  pair: Signatures = quick,
  time: typeof trustedNow = trustedNow,
): unknown {
  const text = present(signPass(live, sichuan), holder, shown);
  const trust = trustOf();
  return checkPass(text, trust, pair, time, 'site');
}

function flipped(signature: Uint8Array): Uint8Array {
  return signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
}
