import type { HeldBundle, TrustList } from '#core/trust';
import { greenPass, household } from '../../trust/passes.ts';
import { placeClaims, signPlace } from '../../trust/places.ts';
import { present } from '../../trust/presenting.ts';
import { issuerKey, signPass, testKey, toHex } from '../../trust/signing.ts';
import { roleKey, signToken, tokenClaims } from '../../trust/tokens.ts';
import { trustOf } from '../../trust/trust-of.ts';
import { holding, siteRepository } from '../../trust/tuf/repositories.ts';

/** The issuer whose codes are fuzzed, the holder who presents them, and someone who is neither. */
export const issuer = testKey('51');
export const holder = testKey('holder');
export const stranger = testKey('99');
/** Who signs freshness tokens, and what they are to confirm. */
export const timestampKey = roleKey('timestamp');
export const held: HeldBundle = holding(siteRepository()).held();

const bound = { holderKey: holder.publicKey } as const;
const live = greenPass({ form: 'live', ...bound });
const { person, status } = greenPass().health;

const passes: readonly string[] = [
  greenPass(),
  live,
  greenPass(bound),
  greenPass({ form: 'paper', health: { person, status } }),
  household(['G', 'G', 'G']),
  { ...household(['G', 'G']), form: 'live' as const, ...bound },
].map((pass) => signPass(pass, issuer));

/** Passes by themselves: the second, third and last can be presented. */
export const presentable: readonly string[] = [1, 2, 5].flatMap(
  (at) => passes[at] ?? [],
);

export const issuedTexts: readonly string[] = [
  ...passes,
  ...presentable.map((text) => present(text, holder)),
  signPlace(placeClaims(), issuer),
  signPlace(placeClaims({ place: { siteId: '1', area: 510_000 } }), issuer),
  signToken(tokenClaims(held)),
];

/** One issuer, with a second key that someone brought under the kid of the first. */
export const trust: TrustList = trustOf({
  keys: [
    issuerKey(testKey('51', 'collides'), { kid: toHex(issuer.kid) }),
    issuerKey(issuer, { kinds: ['pass', 'site'], areas: ['51'] }),
  ],
});
