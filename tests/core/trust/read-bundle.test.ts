import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCbor, type CborValue } from '#core/cbor';
import { kidOf } from '#core/pass';
import {
  readBundle,
  type BundleContent,
  type BundleRefusal,
  type IssuerKey,
  type Pin,
  type StatusList,
} from '#core/trust';
import { edgeCases } from '#fixtures/ed25519';
import { sha256 } from '#kiosk/crypto';
import { everyField, withField, type Path } from './payload.ts';
import {
  issuerKey,
  quick,
  signBundle,
  signPayload,
  siteContent,
  testKey,
  toHex,
} from './signing.ts';

const root = testKey('ROOT-1');
const pin: Pin = {
  root: { name: root.owner, publicKey: root.publicKey },
  profile: 'site',
  signatures: quick,
  sha256,
};

describe('readBundle', () => {
  it('reads back exactly what was encoded', () => {
    const content = siteContent();
    const bundle = signBundle(content, root);
    const read = readBundle(bundle, pin);
    expect(read).toMatchObject({ ok: true, value: { bundle, content } });
  });

  it('reads a policy that takes no temperature', () => {
    const { temperature: _, ...policy } = siteContent().policy;
    const content = siteContent({ policy });
    const read = readBundle(signBundle(content, root), pin);
    expect(read.ok && read.value.policy).toEqual(policy);
  });

  it('ignores fields that a later minor adds', () => {
    const payload = withField(['later'], 'more');
    const read = readBundle(signPayload(payload, root), pin);
    expect(read.ok && read.value.content).toEqual(siteContent());
  });

  it('holds no colour under a name that every object inherits', () => {
    const read = readBundle(signBundle(siteContent(), root), pin);
    const issuer = read.ok ? read.value.trust.issuer('51') : undefined;
    expect(issuer?.colours['G']).toBe('green');
    expect(issuer?.colours['toString']).toBeUndefined();
    expect(issuer?.colours['__proto__']).toBeUndefined();
  });
});

describe('readBundle, the signature', () => {
  it('refuses another root', () => {
    expect(refusal(signBundle(siteContent(), testKey('ROOT-2')))).toEqual({
      code: 'bundle-root',
    });
    expect(
      refusal(signBundle(siteContent(), testKey('ROOT-1', 'other'))),
    ).toEqual({ code: 'bundle-root' });
  });

  it('refuses noise under another kid as another root', () => {
    const stranger = testKey('ROOT-2');
    expect(refusal(signPayload(Uint8Array.of(0xff), stranger))).toEqual({
      code: 'bundle-root',
    });
    for (const profile of ['test', 1, undefined]) {
      const payload = withField(['profile'], profile);
      expect(refusal(signPayload(payload, stranger))).toEqual({
        code: 'bundle-root',
      });
    }
  });

  it('refuses a content that names another root than it is signed by', () => {
    expect(refused(siteContent({ root: 'ROOT-2' }))).toEqual({
      code: 'bundle-root',
    });
  });

  it('refuses a forged signature that names the root', () => {
    const forger = { ...testKey('ROOT-1', 'forger'), kid: root.kid };
    expect(refusal(signBundle(siteContent(), forger))).toEqual({
      code: 'bundle-signature',
      where: 'bad-signature',
    });
  });

  it('refuses every single changed byte', () => {
    const bundle = signBundle(siteContent(), root);
    fc.assert(
      fc.property(
        fc.nat(bundle.length - 1),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const changed = bundle.slice();
          changed[at] = (changed[at] ?? 0) ^ change;
          expect(readBundle(changed, pin).ok).toBe(false);
        },
      ),
    );
  });

  it('refuses every truncation', () => {
    const bundle = signBundle(siteContent(), root);
    for (let length = 0; length < bundle.length; length += 1) {
      expect(refusal(bundle.subarray(0, length)).code).toBe('bundle-malformed');
    }
  });

  it('never throws, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readBundle(bytes, pin).ok).toBe(false);
        const payload = signPayload(bytes, root);
        expect(readBundle(payload, pin).ok).toBe(false);
      }),
    );
  });

  it('does not look at more than a mebibyte', () => {
    expect(refusal(new Uint8Array(1_048_577))).toEqual({
      code: 'bundle-malformed',
      where: 'size',
    });
    expect(refusal(new Uint8Array(1_048_576))).toEqual({
      code: 'bundle-malformed',
      where: 'frame-tag',
    });
  });

  it('takes nearly a mebibyte', () => {
    const [list] = siteContent().statusLists;
    const statusLists = Array.from({ length: 3 }, (_, index) => ({
      ...required(list),
      list: index,
      bits: new Uint8Array(262_144),
    }));
    const bundle = signBundle(siteContent({ statusLists }), root);
    expect(readBundle(bundle, pin).ok).toBe(true);
  });
});

describe('readBundle, the shape', () => {
  it('refuses what is no CBOR of the profile under a sound signature', () => {
    expect(refusal(signPayload(Uint8Array.of(0xf6), root))).toEqual({
      code: 'bundle-malformed',
      where: 'cbor-type',
    });
  });

  it('says that the kiosk is too old for a later schema', () => {
    expect(refusal(signPayload(withField(['schema'], 2), root))).toEqual({
      code: 'bundle-update-kiosk',
    });
  });

  it.each<CborValue>([0, -1, '1', true])('refuses the schema %s', (schema) => {
    const payload = withField(['schema'], schema);
    expect(refusal(signPayload(payload, root))).toEqual({
      code: 'bundle-malformed',
      where: 'schema',
    });
  });

  it('refuses a list or a text in place of the whole', () => {
    for (const value of [[1], 'bundle', 7]) {
      expect(refusal(signPayload(encodeCbor(value), root))).toEqual({
        code: 'bundle-malformed',
        where: 'schema',
      });
    }
  });

  it('refuses every field that is missing, but for the temperature', () => {
    const fields = everyField();
    expect(fields.length).toBeGreaterThan(35);
    for (const path of fields) {
      const where = path.join('.');
      const payload = withField(path, undefined);
      const expected =
        where === 'policy.temperature' || where.startsWith('issuers.0.colours.')
          ? { code: 'read' }
          : { code: 'bundle-malformed', where };
      expect(refusal(signPayload(payload, root)), where).toEqual(expected);
    }
  });

  it('refuses every field of another type', () => {
    for (const path of everyField()) {
      const where = path.join('.');
      const payload = withField(path, false);
      const { code } = refusal(signPayload(payload, root));
      expect(code, where).toBe('bundle-malformed');
    }
  });

  it.each<[string, Path, CborValue]>([
    ['an issuer id in lower case', ['issuers', 0, 'id'], 'sc'],
    ['an issuer id of 17', ['issuers', 0, 'id'], 'A'.repeat(17)],
    ['an empty name', ['issuers', 0, 'nameZh'], ''],
    ['a name of 61', ['issuers', 0, 'nameEn'], 'a'.repeat(61)],
    ['a public key of 31 bytes', ['keys', 0, 'publicKey'], new Uint8Array(31)],
    ['a kid in upper case', ['keys', 0, 'kid'], 'ABCDEF0123456789'],
    ['a key that may sign nothing', ['keys', 0, 'kinds'], []],
    ['an unknown kind', ['keys', 0, 'kinds', 0], 'root'],
    ['an unknown form', ['keys', 0, 'forms', 0], 'screen'],
    ['an area that is no number', ['keys', 0, 'areas'], ['51a']],
    ['a negative date', ['keys', 0, 'from'], -1],
    ['an unknown presentation', ['policy', 'presentation'], 'none'],
    ['a hotline with letters', ['policy', 'hotline'], 'call us'],
    ['an instant past the end of time', ['signedAtMs'], 8_640_000_000_000_001],
    [
      'a list of more than 2^20 entries',
      ['statusLists', 0, 'bits'],
      new Uint8Array(262_145),
    ],
  ])('refuses %s', (_, path, value) => {
    const payload = withField(path, value);
    expect(refusal(signPayload(payload, root))).toEqual({
      code: 'bundle-malformed',
      where: path.join('.').replace('areas', 'areas.0'),
    });
  });

  it.each<[string, CborValue]>([
    ['a code of nine', new Map([['a'.repeat(9), 'green']])],
    ['a code that is a number', new Map([[1, 'green']])],
  ])('refuses a colour map with %s', (_, colours) => {
    const payload = withField(['issuers', 0, 'colours'], colours);
    expect(refusal(signPayload(payload, root))).toEqual({
      code: 'bundle-malformed',
      where: 'issuers.0.colours',
    });
  });

  it('refuses a colour outside the common scale', () => {
    const payload = withField(['issuers', 0, 'colours', 'G'], 'blue');
    expect(refusal(signPayload(payload, root))).toMatchObject({
      code: 'bundle-malformed',
    });
  });
});

describe('readBundle, issuers and keys', () => {
  const sichuan = testKey('51');

  it('refuses one issuer described twice', () => {
    const [issuer] = siteContent().issuers;
    const twice = [required(issuer), required(issuer)];
    expect(refused(siteContent({ issuers: twice }))).toEqual({
      code: 'bundle-malformed',
      where: 'issuers.1.id',
    });
  });

  it('refuses a key of an issuer that is not described', () => {
    const stray = issuerKey(testKey('37'));
    expect(refused(withKeys([issuerKey(sichuan), stray]))).toEqual({
      code: 'bundle-unknown-issuer',
      where: 'keys.1',
    });
  });

  it('refuses the same key twice', () => {
    const key = issuerKey(sichuan);
    expect(refused(withKeys([key, { ...key, from: 0 }]))).toEqual({
      code: 'bundle-duplicate-key',
      where: 'keys.1',
    });
  });

  it('refuses one public key under two issuers', () => {
    const [first] = siteContent().issuers;
    const issuers = [required(first), { ...required(first), id: '37' }];
    const kid = toHex(kidOf('37', sichuan.publicKey, sha256));
    const borrowed = issuerKey(sichuan, { issuer: '37', kid });
    const keys = [issuerKey(sichuan), borrowed];
    expect(refused(siteContent({ issuers, keys }))).toEqual({
      code: 'bundle-cross-issuer',
      where: 'keys.1',
    });
  });

  it('refuses a kid that is not that of its issuer and key', () => {
    const kid = toHex(testKey('51', 'other').kid);
    expect(refused(withKeys([issuerKey(sichuan, { kid })]))).toEqual({
      code: 'bundle-kid',
      where: 'keys.0',
    });
  });

  it('refuses a key whose window never opens', () => {
    expect(
      refused(withKeys([issuerKey(sichuan, { from: 5, until: 5 })])),
    ).toEqual({ code: 'bundle-malformed', where: 'keys.0' });
  });

  it.each(['small-order', 'y of A not below p', 'mixed-order A'] as const)(
    'refuses a key of the family "%s"',
    (family) => {
      const edge = edgeCases().find((found) => found.family === family);
      const { publicKey } = required(edge);
      const kid = toHex(kidOf('51', publicKey, sha256));
      expect(
        refused(withKeys([issuerKey(sichuan, { publicKey, kid })])),
      ).toEqual({ code: 'bundle-key', where: 'keys.0' });
    },
  );

  it('serves several keys of one issuer', () => {
    const second = testKey('51', 'second');
    const keys = [issuerKey(sichuan), issuerKey(second)];
    const read = readBundle(signBundle(withKeys(keys), root), pin);
    const trust = read.ok ? read.value.trust : undefined;
    expect(trust?.keys(toHex(second.kid))).toEqual([issuerKey(second)]);
    expect(trust?.keys('0000000000000000')).toEqual([]);
  });

  function withKeys(keys: readonly IssuerKey[]): BundleContent {
    return siteContent({ keys });
  }
});

describe('readBundle, the status lists', () => {
  it.each<[string, Partial<StatusList>, object]>([
    [
      'of an issuer that is not described',
      { issuer: '37' },
      { code: 'bundle-unknown-issuer', where: 'statusLists.1' },
    ],
    [
      'given twice',
      { list: 1 },
      { code: 'bundle-malformed', where: 'statusLists.1.list' },
    ],
    [
      'of a time after the bundle was signed',
      { asOfMs: siteContent().signedAtMs + 1 },
      { code: 'bundle-malformed', where: 'statusLists.1.asOfMs' },
    ],
  ])('refuses a list %s', (_, changes, expected) => {
    const list = required(siteContent().statusLists[0]);
    const statusLists = [list, { ...list, list: 2, ...changes }];
    expect(refused(siteContent({ statusLists }))).toEqual(expected);
  });
});

function refused(content: BundleContent): unknown {
  return refusal(signBundle(content, root));
}

function refusal(
  bundle: Uint8Array,
): BundleRefusal | { readonly code: 'read' } {
  const read = readBundle(bundle, pin);
  return read.ok ? { code: 'read' } : read.error;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the sample lacks what is asked');
  return value;
}
