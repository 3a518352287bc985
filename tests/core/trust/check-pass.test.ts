import { describe, expect, it } from 'vitest';
import { encodeClaims } from '#core/pass';
import { checkPass } from '#core/trust';
import { signatures } from '#kiosk/crypto';
import { check, counterfeit, greenPass } from './passes.ts';
import { presentPass } from './presenting.ts';
import {
  issuerKey,
  quick,
  signPass,
  signText,
  siteContent,
  testKey,
  toHex,
  trustedNow,
} from './signing.ts';
import { trustOf } from './trust-of.ts';

const sichuan = testKey('51');

describe('checkPass, before the signature', () => {
  it('says why a text is not even a frame', () => {
    expect(check('WIFI:S:guest;;')).toEqual({
      kind: 'unreadable',
      refusal: { reason: 'not-a-pass', looksLike: 'wifi' },
    });
  });

  it('knows no key of an issuer that the trust list does not name', () => {
    const elsewhere = testKey('99');
    const text = signPass(greenPass({ issuer: '99' }), elsewhere);
    expect(check(text)).toEqual({ kind: 'unknown-key' });
  });

  it('knows no key at all without a trust list', () => {
    const text = signPass(greenPass(), sichuan);
    expect(checkPass(text, undefined, quick, trustedNow, 'site')).toEqual({
      kind: 'unknown-key',
    });
  });

  it('does not look at a payload under an unknown key', () => {
    const noise = Uint8Array.of(0xff, 0x00, 0xff);
    expect(check(signText(noise, testKey('99')))).toEqual({
      kind: 'unknown-key',
    });
  });
});

describe('checkPass, a key that is dead for good', () => {
  const killed = { kids: [toHex(sichuan.kid)], ranges: [] };
  /** Fails the test should anyone ask whether a signature holds. */
  const unasked = {
    ...quick,
    first: {
      name: 'never asked',
      verify: (): boolean => {
        throw new Error('a signature was looked at');
      },
    },
  };

  it.each([
    ['is in the trust list', { keys: [issuerKey(sichuan)] }],
    ['is no longer in it', { keys: [] }],
  ])('is that before any signature is looked at, when it %s', (_what, keys) => {
    const trust = trustOf(keys, killed);
    const holder = testKey('holder');
    const live = greenPass({ form: 'live', holderKey: holder.publicKey });
    for (const text of [
      signPass(greenPass(), sichuan),
      presentPass(live, sichuan, holder),
      signText(Uint8Array.of(0xff), testKey('99'), { kid: sichuan.kid }),
    ]) {
      expect(checkPass(text, trust, unasked, trustedNow, 'site')).toEqual({
        kind: 'killed-key',
      });
    }
  });

  it('says nothing of the other keys of its issuer', () => {
    const second = testKey('51', 'second');
    const trust = trustOf({ keys: [issuerKey(second)] }, killed);
    const text = signPass(greenPass(), second);
    expect(checkPass(text, trust, quick, trustedNow, 'site').kind).toBe(
      'authentic',
    );
  });
});

describe('checkPass, demo and site', () => {
  const demo = testKey('DEMO-51');
  const demoPass = signPass(greenPass({ issuer: 'DEMO-51' }), demo);
  const demoTrust = trustOf({
    profile: 'demo',
    issuers: [{ id: 'DEMO-51', nameZh: '演', nameEn: 'D', colours: {} }],
    keys: [issuerKey(demo)],
  });

  it('names a demo pass at a site', () => {
    expect(check(demoPass)).toEqual({ kind: 'demo-pass' });
    expect(checkPass(demoPass, undefined, quick, trustedNow, 'site')).toEqual({
      kind: 'demo-pass',
    });
  });

  it('leaves an unknown key of a demo issuer unknown in the demo', () => {
    const other = signPass(
      greenPass({ issuer: 'DEMO-99' }),
      testKey('DEMO-99'),
    );
    expect(checkPass(other, demoTrust, quick, trustedNow, 'demo')).toEqual({
      kind: 'unknown-key',
    });
  });

  it('believes a demo pass in the demo', () => {
    const checked = checkPass(demoPass, demoTrust, quick, trustedNow, 'demo');
    expect(checked.kind).toBe('authentic');
  });

  it('believes no demo trust list at a site, should one ever be held', () => {
    expect(checkPass(demoPass, demoTrust, quick, trustedNow, 'site')).toEqual({
      kind: 'demo-pass',
    });
  });

  it('believes no site trust list in the demo', () => {
    const text = signPass(greenPass(), sichuan);
    const trust = trustOf();
    expect(checkPass(text, trust, quick, trustedNow, 'demo')).toEqual({
      kind: 'unknown-key',
    });
  });

  it('does not take a name that only holds the mark for a demo', () => {
    const text = signPass(
      greenPass({ issuer: '51-DEMO-' }),
      testKey('51-DEMO-'),
    );
    expect(check(text)).toEqual({ kind: 'unknown-key' });
  });
});

describe('checkPass, the signature', () => {
  it('believes a pass that both engines hold for genuine', () => {
    const text = signPass(greenPass(), sichuan);
    const trust = trustOf();
    expect(checkPass(text, trust, signatures, trustedNow, 'site')).toEqual({
      kind: 'authentic',
      authentic: {
        pass: greenPass(),
        issuer: siteContent().issuers[0],
        key: issuerKey(sichuan),
        showing: { kind: 'still' },
        outOfScope: [],
        dates: [],
        status: ['normal'],
      },
    });
  });

  it('refuses a signature by another key under the same kid', () => {
    const payload = encodeClaims(greenPass());
    const text = signText(payload, testKey('51', 'other'), {
      kid: sichuan.kid,
    });
    expect(check(text)).toEqual(counterfeit('bad-signature'));
  });

  it('refuses a pass with any one character of its payload changed', () => {
    const text = signPass(greenPass(), sichuan);
    // The payload begins after 19 bytes, in the 34th character, and is longer than this.
    for (let at = 34; at < 90; at += 1) {
      const other = text[at] === 'A' ? 'B' : 'A';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      expect(check(changed)).toEqual(counterfeit('bad-signature'));
    }
  });

  it.each(['HP1/site', 'HP1/fresh', 'HP1/batch'] as const)(
    'refuses what was signed as %s',
    (context) => {
      const payload = encodeClaims(greenPass());
      const text = signText(payload, sichuan, { context });
      expect(check(text)).toEqual(counterfeit('bad-signature'));
    },
  );

  it('refuses the second signature that adding the group order makes', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const raised = {
      ...sichuan,
      sign: (message: Uint8Array) => {
        const signature = Buffer.from(sichuan.sign(message));
        const s = BigInt(
          `0x${signature.subarray(32).reverse().toString('hex')}`,
        );
        const bytes = (s + order).toString(16).padStart(64, '0');
        signature.set(Buffer.from(bytes, 'hex').reverse(), 32);
        return new Uint8Array(signature);
      },
    };
    expect(check(signPass(greenPass(), raised))).toEqual(
      counterfeit('non-canonical'),
    );
  });

  it('refuses a small-order R', () => {
    const forged = { ...sichuan, sign: () => new Uint8Array(64) };
    expect(check(signPass(greenPass(), forged))).toEqual(
      counterfeit('small-order'),
    );
  });

  it('refuses what one engine believes and the other does not', () => {
    const text = signPass(greenPass(), sichuan);
    const trust = trustOf();
    const pair = {
      ...quick,
      second: { name: 'always no', verify: () => false },
    };
    expect(checkPass(text, trust, pair, trustedNow, 'site')).toEqual(
      counterfeit('engines-disagree'),
    );
  });

  it('tries every key of a kid that several share', () => {
    const other = issuerKey(testKey('51', 'collides'), {
      kid: toHex(sichuan.kid),
    });
    const text = signPass(greenPass(), sichuan);
    for (const keys of [
      [other, issuerKey(sichuan)],
      [issuerKey(sichuan), other],
    ]) {
      expect(check(text, { keys })).toMatchObject({
        kind: 'authentic',
        authentic: { key: { publicKey: sichuan.publicKey } },
      });
    }
    expect(check(text, { keys: [other] })).toEqual(
      counterfeit('bad-signature'),
    );
  });

  it('tells the odder finding when several keys of a kid all fail', () => {
    const forged = testKey('51', 'forged');
    const neutral = issuerKey(forged, {
      kid: toHex(sichuan.kid),
      publicKey: Uint8Array.of(1, ...new Uint8Array(31)),
    });
    const text = signText(encodeClaims(greenPass()), forged, {
      kid: sichuan.kid,
    });
    for (const keys of [
      [issuerKey(sichuan), neutral],
      [neutral, issuerKey(sichuan)],
    ]) {
      expect(check(text, { keys })).toEqual(counterfeit('small-order'));
    }
  });

  it('leaves out a key whose issuer the trust list does not describe', () => {
    const text = signPass(greenPass(), sichuan);
    expect(check(text, { issuers: [] })).toEqual({ kind: 'unknown-key' });
  });
});
