import { describe, expect, it } from 'vitest';
import { encodeCbor, type CborValue } from '#core/cbor';
import { encodePlaceClaims, type Place } from '#core/pass';
import { checkPlaceCode, type IssuerKey, type Signatures } from '#core/trust';
import { signatures } from '#kiosk/crypto';
import { counterfeit } from './passes.ts';
import { placeClaims, signPlace, signPlacePayload } from './places.ts';
import {
  issuerKey,
  nowSeconds,
  quick,
  siteContent,
  testKey,
  toHex,
  trustedNow,
} from './signing.ts';
import { trustOf } from './trust-of.ts';

const sichuan = testKey('51');
const sound = signPlace(placeClaims(), sichuan);

describe('checkPlaceCode', () => {
  it('believes a place that both engines hold for genuine, and says who signed', () => {
    expect(checkAt(sound, {}, signatures)).toEqual({
      kind: 'genuine',
      place: placeClaims(),
      issuer: siteContent().issuers[0],
      outOfScope: [],
      dates: [],
    });
  });

  it('says why a text is no place code', () => {
    expect(checkAt('WIFI:S:guest;;')).toEqual({
      kind: 'unreadable',
      refusal: { reason: 'not-a-pass', looksLike: 'wifi' },
    });
  });

  it('knows no key without a trust list, or of another issuer', () => {
    expect(checkPlaceCode(sound, undefined, quick, trustedNow)).toEqual({
      kind: 'unknown-key',
    });
    expect(checkAt(signPlace(placeClaims(), testKey('99')))).toEqual({
      kind: 'unknown-key',
    });
  });

  it('knows a key that is dead for good before any signature is looked at', () => {
    const killed = { kids: [toHex(sichuan.kid)], ranges: [] };
    const unasked = {
      name: 'never asked',
      verify: (): boolean => {
        throw new Error('a signature was looked at');
      },
    };
    expect(
      checkPlaceCode(
        sound,
        trustOf({}, killed),
        { ...quick, first: unasked },
        trustedNow,
      ),
    ).toEqual({ kind: 'killed-key' });
  });

  it.each(['HP1/pass', 'HP1/fresh'] as const)(
    'refuses what was signed as %s',
    (context) => {
      const payload = encodePlaceClaims(placeClaims());
      const text = signPlacePayload(payload, sichuan, context);
      expect(checkAt(text)).toEqual(counterfeit('bad-signature'));
    },
  );

  it('refuses what only one engine believes', () => {
    const no = { name: 'no', verify: () => false };
    expect(checkAt(sound, {}, { ...quick, second: no })).toEqual(
      counterfeit('engines-disagree'),
    );
  });

  it.each<[string, CborValue]>([
    ['another issuer', new Map([[1, '37']])],
    ['no issuer', new Map([[6, 1]])],
  ])('puts the issuer before every other fault: %s', (_what, payload) => {
    const text = signPlacePayload(encodeCbor(payload), sichuan);
    expect(checkAt(text)).toEqual(counterfeit('issuer-mismatch'));
    const other = signPlace(placeClaims({ issuer: '37' }), sichuan);
    expect(checkAt(other)).toEqual(counterfeit('issuer-mismatch'));
  });

  it('refuses a broken payload of its issuer as unusable', () => {
    const payload = encodeCbor(new Map([[1, '51']]));
    expect(checkAt(signPlacePayload(payload, sichuan))).toMatchObject({
      kind: 'unusable',
      issuer: { id: '51' },
      refusal: { reason: 'malformed', detail: 'claim-missing', where: '6' },
    });
    const noise = signPlacePayload(Uint8Array.of(0xff), sichuan);
    expect(checkAt(noise)).toMatchObject({
      kind: 'unusable',
      refusal: { detail: 'cbor-indefinite' },
    });
  });
});

describe('checkPlaceCode, the scope of the key', () => {
  it('finds a key that may not sign places, or not then', () => {
    expect(scopeOf(undefined, { kinds: ['pass'] })).toEqual(['kind']);
    const { issuedAt } = placeClaims();
    expect(scopeOf(undefined, { from: issuedAt })).toEqual([]);
    expect(scopeOf(undefined, { from: issuedAt + 1 })).toEqual(['key-window']);
    expect(scopeOf(undefined, { until: issuedAt })).toEqual(['key-window']);
  });

  it.each<[number | undefined, readonly string[], readonly string[]]>([
    [510_104, ['51'], []],
    [510_104, ['37', '510104'], []],
    [510_104, ['37'], ['area']],
    [651_010, ['51'], ['area']],
    [510_104, [], ['area']],
    [undefined, ['51'], ['area']],
    [undefined, [], ['area']],
  ])('of area %s under a key for %j finds %j', (area, areas, found) => {
    const place = { siteId: '1', ...(area !== undefined && { area }) };
    expect(scopeOf(place, { areas })).toEqual(found);
  });

  it('does not ask for forms: a place has none', () => {
    expect(scopeOf(undefined, { forms: [] })).toEqual([]);
  });

  it('finds a code issued more than five minutes in the future', () => {
    const early = (seconds: number): unknown =>
      checkAt(
        signPlace(placeClaims({ issuedAt: nowSeconds + seconds }), sichuan),
      );
    // The clock is sure to two seconds.
    expect(early(302)).toMatchObject({ dates: [] });
    expect(early(303)).toMatchObject({ dates: ['not-yet'] });
  });

  function scopeOf(
    place: Place | undefined,
    changes: Partial<IssuerKey>,
  ): unknown {
    const claims = placeClaims(place === undefined ? {} : { place });
    const checked = checkAt(signPlace(claims, sichuan), changes);
    return checked.kind === 'genuine' ? checked.outOfScope : checked;
  }
});

function checkAt(
  text: string,
  changes: Partial<IssuerKey> = {},
  pair: Signatures = quick,
): ReturnType<typeof checkPlaceCode> {
  const key = issuerKey(sichuan, {
    kinds: ['site'],
    areas: ['51'],
    ...changes,
  });
  const trust = trustOf({ keys: [key] });
  return checkPlaceCode(text, trust, pair, trustedNow);
}
