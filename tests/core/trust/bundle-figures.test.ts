import { describe, expect, it } from 'vitest';
import type { CborValue } from '#core/cbor';
import {
  readBundle,
  type BundleContent,
  type BundleRefusal,
  type Pin,
} from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { withField, type Path } from './payload.ts';
import {
  dayMs,
  quick,
  signBundle,
  signPayload,
  siteContent,
  testKey,
} from './signing.ts';

const root = testKey('ROOT-1');
const pin: Pin = {
  root: { name: root.owner, publicKey: root.publicKey },
  profile: 'site',
  signatures: quick,
  sha256,
};

describe('readBundle, the policy', () => {
  const { policy } = siteContent();
  const { freshness } = policy;
  const temperature = required(policy.temperature);

  it.each<[string, Partial<BundleContent['policy']>]>([
    ['colours.red', { colours: { ...policy.colours, red: 'admit' } }],
    ['freshness.normalMs', { freshness: { ...freshness, normalMs: 0 } }],
    [
      'freshness.bannerMs',
      { freshness: { ...freshness, bannerMs: dayMs - 1 } },
    ],
    [
      'freshness.holdMs',
      { freshness: { ...freshness, holdMs: 7 * dayMs - 1 } },
    ],
    [
      'freshness.holdMs',
      { freshness: { ...freshness, holdMs: 30 * dayMs + 1 } },
    ],
    ['testBadge.hours', { testBadge: { hours: 0, countsFrom: 'sampled' } }],
    ['testBadge.hours', { testBadge: { hours: 96, countsFrom: 'sampled' } }],
    ['applyCode', { applyCode: 'http://apply.example/in' }],
    ['applyCode', { applyCode: 'tel:12345' }],
    ['applyCode', { applyCode: 'HTTPS:' }],
    ['seenAgainWithinMs', { seenAgainWithinMs: 3_600_001 }],
  ])('refuses a figure of %s that cannot be meant', (where, changes) => {
    const content = siteContent({ policy: { ...policy, ...changes } });
    expect(refused(content)).toEqual({
      code: 'bundle-policy',
      where: `policy.${where}`,
    });
  });

  it.each<[string, number, number]>([
    ['feverAtCenti', 3600, 4000],
    ['implausibleBelowCenti', 2500, 3600],
    ['implausibleAboveCenti', 4000, 5000],
  ])('takes %s from %i to %i, and nothing beside', (figure, least, most) => {
    const withFigure = (centi: number): unknown =>
      refused(
        siteContent({
          policy: {
            ...policy,
            temperature: { ...temperature, [figure]: centi },
          },
        }),
      );
    expect(withFigure(least)).toEqual({ code: 'read' });
    expect(withFigure(most)).toEqual({ code: 'read' });
    const where = `policy.temperature.${figure}`;
    expect(withFigure(least - 1)).toEqual({ code: 'bundle-policy', where });
    expect(withFigure(most + 1)).toEqual({ code: 'bundle-policy', where });
  });

  it.each([24, 48, 72, 168])('takes a test badge of %i hours', (hours) => {
    const testBadge = { hours, countsFrom: 'reported' } as const;
    const content = siteContent({ policy: { ...policy, testBadge } });
    expect(refused(content)).toEqual({ code: 'read' });
  });

  it.each(['https://apply.example/in?from=gate', '请到窗口申报', 'Window 3'])(
    'takes %s to apply at',
    (applyCode) => {
      const content = siteContent({ policy: { ...policy, applyCode } });
      expect(refused(content)).toEqual({ code: 'read' });
    },
  );

  it('takes the widest ladder there may be, and green held', () => {
    const wide = {
      ...policy,
      colours: { green: 'hold', yellow: 'deny', red: 'hold' },
      freshness: { normalMs: 1, bannerMs: 1, holdMs: 30 * dayMs },
    } as const;
    expect(
      readBundle(signBundle(siteContent({ policy: wide }), root), pin).ok,
    ).toBe(true);
  });
});

describe('readBundle, how much and how long', () => {
  it.each<[string, Path, CborValue, CborValue]>([
    [
      'an instant',
      ['signedAtMs'],
      8_640_000_000_000_000,
      8_640_000_000_000_001,
    ],
    ['an issuer id', ['issuers', 0, 'id'], 'A'.repeat(16), 'A'.repeat(17)],
    ['the shortest issuer id', ['issuers', 0, 'id'], 'A', ''],
    ['a name', ['issuers', 0, 'nameEn'], '𠮷'.repeat(60), 'a'.repeat(61)],
    ['the colours', ['issuers', 0, 'colours'], colours(32), colours(33)],
    ['an area', ['keys', 0, 'areas'], ['510100'], ['5101000']],
    ['the shortest area', ['keys', 0, 'areas'], ['5'], ['']],
    ['the areas', ['keys', 0, 'areas'], areas(64), areas(65)],
    ['the hotline', ['policy', 'hotline'], '0'.repeat(20), '0'.repeat(21)],
    ['the shortest hotline', ['policy', 'hotline'], '110', '11'],
  ])('takes %s up to its limit', (_, path, longest, tooLong) => {
    const within = refusal(signPayload(withField(path, longest), root));
    expect(within.code).not.toBe('bundle-malformed');
    const beyond = refusal(signPayload(withField(path, tooLong), root));
    expect(beyond.code).toBe('bundle-malformed');
  });

  it.each<[keyof BundleContent & ('issuers' | 'keys' | 'statusLists'), number]>(
    [
      ['issuers', 256],
      ['keys', 4096],
      ['statusLists', 256],
    ],
  )('looks no further than the limit of %s, %i', (field, limit) => {
    const [one] = siteContent()[field];
    const repeated = (times: number): unknown =>
      refused(
        siteContent({ [field]: Array.from({ length: times }, () => one) }),
      );
    // As many as may be are looked at one by one, and the second is the first again.
    expect(repeated(limit)).not.toEqual({
      code: 'bundle-malformed',
      where: field,
    });
    expect(repeated(limit + 1)).toEqual({
      code: 'bundle-malformed',
      where: field,
    });
  });

  it('takes 32 bytes of public key and not one more', () => {
    const path = ['keys', 0, 'publicKey'];
    const wide = withField(path, new Uint8Array(33).fill(9));
    expect(refusal(signPayload(wide, root))).toEqual({
      code: 'bundle-malformed',
      where: 'keys.0.publicKey',
    });
  });

  function colours(count: number): CborValue {
    return new Map(
      Array.from({ length: count }, (_, index) => [`c${index}`, 'green']),
    );
  }

  function areas(count: number): CborValue {
    return Array.from({ length: count }, (_, index) => `${100_000 + index}`);
  }
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
