import { describe, expect, it } from 'vitest';
import { encodeCbor, type CborValue } from '#core/cbor';
import { encodeClaims } from '#core/pass';
import {
  checkPass,
  readTrustList,
  type BundleContent,
  type CheckedPass,
  type TrustedTime,
} from '#core/trust';
import { edgeCases } from '#fixtures/ed25519';
import { signatures } from '#kiosk/crypto';
import {
  greenPass,
  issuerKey,
  nowSeconds,
  quick,
  signPass,
  signText,
  siteContent,
  testKey,
  toHex,
  trustedNow,
} from './signing.ts';

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

describe('checkPass, demo and site', () => {
  const demo = testKey('DEMO-51');
  const demoPass = signPass(greenPass({ issuer: 'DEMO-51' }), demo);
  const demoTrust = readTrustList(
    siteContent({
      profile: 'demo',
      issuers: [{ id: 'DEMO-51', nameZh: '演', nameEn: 'D', colours: {} }],
      keys: [issuerKey(demo)],
    }),
  );

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
    const trust = readTrustList(siteContent());
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
    const trust = readTrustList(siteContent());
    expect(checkPass(text, trust, signatures, trustedNow, 'site')).toEqual({
      kind: 'authentic',
      authentic: {
        pass: greenPass(),
        issuer: siteContent().issuers[0],
        key: issuerKey(sichuan),
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

  it.each(['HP1/site', 'HP1/fresh', 'HP1/bundle', 'HP1/batch'] as const)(
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
    const trust = readTrustList(siteContent());
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

describe('checkPass, the claims under a sound signature', () => {
  it('refuses a payload that is no CBOR as unusable', () => {
    expect(check(signText(Uint8Array.of(0xff), sichuan))).toMatchObject({
      kind: 'unusable',
      issuer: { id: '51' },
      refusal: { reason: 'malformed' },
    });
  });

  it('refuses a payload that is no map as unusable', () => {
    expect(check(signText(encodeCbor([1]), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { reason: 'malformed', detail: 'claims-not-a-map' },
    });
  });

  it('refuses a pass of another issuer than its key', () => {
    const text = signPass(greenPass({ issuer: '37' }), sichuan);
    expect(check(text)).toEqual(counterfeit('issuer-mismatch'));
  });

  it.each<[string, CborValue]>([
    ['no issuer', new Map()],
    ['an issuer that is no text', new Map([[1, 51]])],
    [
      'another issuer and a later schema',
      new Map<number, CborValue>([
        [1, '37'],
        [-65537, new Map([[1, 2]])],
      ]),
    ],
  ])('puts the issuer before every other fault: %s', (_, payload) => {
    expect(check(signText(encodeCbor(payload), sichuan))).toEqual(
      counterfeit('issuer-mismatch'),
    );
  });

  it('says that the kiosk is too old for a later schema of its issuer', () => {
    const payload = new Map<number, CborValue>([
      [1, '51'],
      [-65537, new Map([[1, 2]])],
    ]);
    expect(check(signText(encodeCbor(payload), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { reason: 'update-kiosk' },
    });
  });

  it('refuses a missing claim as unusable', () => {
    const payload = new Map<number, CborValue>([[1, '51']]);
    expect(check(signText(encodeCbor(payload), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { reason: 'malformed', detail: 'claim-missing' },
    });
  });

  it('takes an honest holder key', () => {
    const { publicKey } = testKey('holder');
    const text = signPass(livePass(publicKey), sichuan);
    expect(check(text).kind).toBe('authentic');
  });

  it.each(['small-order', 'y of A not below p', 'mixed-order A'] as const)(
    'refuses a holder key of the family "%s"',
    (family) => {
      const edge = edgeCases().find((found) => found.family === family);
      const key = edge?.publicKey ?? new Uint8Array(32);
      expect(check(signPass(livePass(key), sichuan))).toMatchObject({
        kind: 'unusable',
        refusal: { reason: 'malformed', detail: 'holder-key' },
      });
    },
  );

  it.each(['Y', 'R'])(
    'refuses the colour %s without a reason, for the issuer maps it to other than normal',
    (code) => {
      const pass = greenPass();
      const health = { ...pass.health, colour: { code } };
      expect(check(signPass({ ...pass, health }, sichuan))).toMatchObject({
        kind: 'unusable',
        refusal: { detail: 'claim-missing', where: '-65537/4' },
      });
      const colourReason = { reasonClass: 5, setBy: '51' };
      const explained = { ...health, colourReason };
      expect(
        check(signPass({ ...pass, health: explained }, sichuan)).kind,
      ).toBe('authentic');
    },
  );

  it('asks no reason for a colour that the issuer does not map', () => {
    for (const code of ['?', 'toString']) {
      const pass = greenPass();
      const health = { ...pass.health, colour: { code } };
      expect(check(signPass({ ...pass, health }, sichuan)).kind).toBe(
        'authentic',
      );
    }
  });

  it('asks each member of a household for the reason of their colour', () => {
    expect(check(signPass(household(['G', 'Y']), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { detail: 'claim-missing', where: '-65537/11/1/4' },
    });
    expect(check(signPass(household(['G', 'G']), sichuan)).kind).toBe(
      'authentic',
    );
  });
});

describe('checkPass, the scope of the key', () => {
  it('finds a key that may not sign passes', () => {
    expect(scopeUnder({ kinds: ['site', 'fresh'] })).toEqual(['kind']);
  });

  it('finds a form that the key may not sign, and takes none for granted', () => {
    expect(scopeUnder({ forms: ['live', 'paper'] })).toEqual(['form']);
    expect(scopeUnder({ forms: [] })).toEqual(['form']);
  });

  it('finds an issue date outside the window of the key: from inclusive, until exclusive', () => {
    const issuedAt = greenPass().issuedAt;
    expect(scopeUnder({ from: issuedAt })).toEqual([]);
    expect(scopeUnder({ from: issuedAt + 1 })).toEqual(['key-window']);
    expect(scopeUnder({ until: issuedAt + 1 })).toEqual([]);
    expect(scopeUnder({ until: issuedAt })).toEqual(['key-window']);
  });

  it('finds everything at once', () => {
    expect(scopeUnder({ kinds: ['site'], forms: [], until: 1 })).toEqual([
      'kind',
      'form',
      'key-window',
    ]);
  });

  function scopeUnder(changes: Parameters<typeof issuerKey>[1]): unknown {
    const text = signPass(greenPass(), sichuan);
    const checked = check(text, { keys: [issuerKey(sichuan, changes)] });
    return checked.kind === 'authentic'
      ? checked.authentic.outOfScope
      : checked;
  }
});

describe('checkPass, the dates', () => {
  /** Seconds from now at which the truth may begin and end, then the dates found. */
  const rows: readonly (readonly [
    string,
    number,
    number,
    readonly string[],
  ])[] = [
    ['well inside', 0, 10, []],
    ['on the first second', -3_600, -3_600, []],
    [
      'a millisecond before the first second',
      -3_600.001,
      -3_600.001,
      ['not-yet'],
    ],
    ['around the first second', -3_601, -3_600, ['doubtful-clock']],
    ['just before the last', 3_599, 3_599.999, []],
    ['on the end, which is outside', 3_600, 3_600, ['expired']],
    ['around the end', 3_599.999, 3_600, ['doubtful-clock']],
    ['long after', 90_000, 90_002, ['expired']],
    ['long before', -90_002, -90_000, ['not-yet']],
    ['anywhere', -90_000, 90_000, ['doubtful-clock']],
  ];

  it.each(rows)(
    'finds, %s, what follows from both ends',
    (_, lo, hi, found) => {
      expect(datesAt(greenPass(), lo, hi)).toEqual(found);
    },
  );

  it('lets an issuer be five minutes ahead and no more', () => {
    const early = greenPass({
      issuedAt: nowSeconds + 300,
      notBefore: nowSeconds - 10,
    });
    expect(datesAt(early, 0, 0)).toEqual([]);
    expect(datesAt(early, -0.001, -0.001)).toEqual(['not-yet']);
  });

  it('never finds a pass in force when the clock is set back behind what is known', () => {
    const time = { ...trustedNow, upperMs: 8_640_000_000_000_000 };
    expect(datesOf(greenPass(), { ...time, state: 'doubtful' })).toEqual([
      'doubtful-clock',
    ]);
  });

  function datesAt(
    pass: ReturnType<typeof greenPass>,
    lo: number,
    hi: number,
  ): unknown {
    const time = {
      ...trustedNow,
      lowerMs: (nowSeconds + lo) * 1000,
      upperMs: (nowSeconds + hi) * 1000,
    };
    return datesOf(pass, time);
  }

  function datesOf(
    pass: ReturnType<typeof greenPass>,
    time: TrustedTime,
  ): unknown {
    const text = signPass(pass, sichuan);
    const trust = readTrustList(siteContent());
    const checked = checkPass(text, trust, quick, time, 'site');
    return checked.kind === 'authentic' ? checked.authentic.dates : checked;
  }
});

describe('checkPass, the status', () => {
  it.each([
    [0, 'normal'],
    [1, 'status-hold'],
    [2, 'status-revoked'],
    [3, 'status-changed'],
    [7, 'normal'],
    [8, 'status-unknown-list'],
    [1_048_575, 'status-unknown-list'],
  ])('finds at index %i: %s', (index, expected) => {
    expect(statusOf({ list: 1, index })).toEqual([expected]);
  });

  it('finds a list that is not held', () => {
    expect(statusOf({ list: 2, index: 0 })).toEqual(['status-unknown-list']);
  });

  it('finds one status for each member of a household, in their order', () => {
    const checked = check(signPass(household(['G', 'G', 'G']), sichuan));
    expect(checked).toMatchObject({
      authentic: { status: ['normal', 'status-hold', 'status-revoked'] },
    });
  });

  function statusOf(status: { list: number; index: number }): unknown {
    const pass = greenPass();
    const checked = check(
      signPass({ ...pass, health: { ...pass.health, status } }, sichuan),
    );
    return checked.kind === 'authentic' ? checked.authentic.status : checked;
  }
});

function check(
  text: string,
  changes: Partial<BundleContent> = {},
): CheckedPass {
  const trust = readTrustList(siteContent(changes));
  return checkPass(text, trust, quick, trustedNow, 'site');
}

function counterfeit(detail: string): unknown {
  return { kind: 'counterfeit', detail };
}

function livePass(holderKey: Uint8Array): ReturnType<typeof greenPass> {
  return greenPass({ form: 'live', holderKey });
}

/** Members of these colours, their status at index 0, 1, 2 … */
function household(colours: readonly string[]): Parameters<typeof signPass>[0] {
  const { health: _, ...claims } = greenPass();
  return {
    ...claims,
    kind: 'household',
    members: colours.map((code, index) => ({
      person: { name: `成员${index}` },
      colour: { code },
      status: { list: 1, index },
    })),
  };
}
