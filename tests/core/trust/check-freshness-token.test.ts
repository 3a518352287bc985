import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCbor, type CborValue } from '#core/cbor';
import {
  decodeBase32,
  encodeFreshnessClaims,
  toFreshnessTokenText,
  type FreshnessClaims,
  type SigningContext,
} from '#core/pass';
import type { Result } from '#core/result';
import {
  checkFreshnessToken,
  type FreshnessTarget,
  type TokenRefusal,
  type TrustedTime,
} from '#core/trust';
import { raise, rotate, type Repository } from '#fixtures/issuer';
import { sha256, signatures } from '#kiosk/crypto';
import { hourMs, nowSeconds, quick, testKey, trustedNow } from './signing.ts';
import {
  inNameOf,
  roleKey,
  rootName,
  signToken,
  signTokenPayload,
  tokenClaims,
} from './tokens.ts';
import { holding, roleKeys, siteRepository } from './tuf/repositories.ts';

const repository = raise(siteRepository(), 'timestamp');
const held = holding(repository).held();
const claims = tokenClaims(held);
const sound = signToken(claims);
const confirmed = confirmedAt(claims.issuedAt);

describe('checkFreshnessToken', () => {
  it('says when the token was signed that both engines believe', () => {
    expect(check(sound, { signatures })).toEqual(confirmed);
  });

  it('believes a token of a timestamp that is later than the one held, over the same snapshot', () => {
    const { timestampVersion, sha256: hash } = claims.snapshot;
    const snapshot = { timestampVersion: timestampVersion + 5, sha256: hash };
    expect(check(signToken({ ...claims, snapshot }))).toEqual(confirmed);
  });

  it('does not read what is no token, or one of a later version', () => {
    for (const text of ['', 'HT1', `HP1${sound.slice(3)}`, `${sound}A`])
      expect(check(text), text).toEqual(refused('token.unreadable'));
    expect(check(`HT2${sound.slice(3)}`)).toEqual(
      refused('token.update-kiosk'),
    );
  });

  it('confirms nothing where nothing is held', () => {
    expect(check(sound, { held: undefined, asOfMs: undefined })).toEqual(
      refused('token.no-bundle'),
    );
  });

  it('says first that a text is no token, then that nothing is held', () => {
    expect(check('HT1AA', { held: undefined })).toEqual(
      refused('token.unreadable'),
    );
  });
});

describe('checkFreshnessToken, whose key it is,', () => {
  it.each(['root', 'snapshot', 'targets', 'policy', 'issuer.51', '51'])(
    'refuses a key of %s',
    (role) => {
      expect(check(signToken(claims, roleKey(role)))).toEqual(
        refused('token.key'),
      );
      const own = testKey(role, '0');
      expect(check(signToken(claims, own))).toEqual(refused('token.key'));
    },
  );

  it('refuses another root’s token, though that root is called the same', () => {
    const other = roleKey('timestamp of another root');
    expect(check(signToken(claims, other))).toEqual(refused('token.key'));
  });

  it('refuses a token of our own key in the name of another root', () => {
    const key = inNameOf('ROOT-2', roleKey('timestamp'));
    const issuer = 'ROOT-2';
    expect(check(signToken({ ...claims, issuer }, key))).toEqual(
      refused('token.key'),
    );
    expect(check(signToken({ ...claims, issuer }))).toEqual(
      refused('token.signature'),
    );
  });

  it('refuses the old timestamp key once a root gave the role another', () => {
    const rotated = rotate(repository, { timestamp: roleKeys('new', 1) });
    const after = holding(raise(rotated, 'timestamp', 'snapshot')).held();
    const next = tokenClaims(after);
    const target = { held: after };
    expect(check(signToken(next), target)).toEqual(refused('token.key'));
    expect(check(signToken(next, roleKey('new')), target)).toEqual(confirmed);
  });

  it('takes either of two keys, and none where it takes both', () => {
    const of = (threshold: number): Repository =>
      rotate(siteRepository(), { timestamp: roleKeys('pair', 2, threshold) });
    for (const index of [0, 1]) {
      const either = holding(of(1)).held();
      const key = roleKey('pair', index);
      const token = signToken(tokenClaims(either), key);
      expect(check(token, { held: either })).toEqual(confirmed);
      const both = holding(of(2)).held();
      const alone = signToken(tokenClaims(both), key);
      expect(check(alone, { held: both })).toEqual(refused('token.key'));
    }
  });

  it('refuses a key that was killed', () => {
    const kids = [Buffer.from(roleKey('timestamp').kid).toString('hex')];
    const kills = { kids, ranges: [] };
    expect(check(sound, { held: { ...held, kills } })).toEqual(
      refused('token.key'),
    );
    const others = { kids: ['00'.repeat(8)], ranges: [] };
    expect(check(sound, { held: { ...held, kills: others } })).toEqual(
      confirmed,
    );
  });

  it('tries every key of the kid', () => {
    const pair = rotate(siteRepository(), {
      timestamp: roleKeys('pair', 2, 1),
    });
    const both = holding(pair).held();
    // A hash under which all keys have one kid: eight bytes do not tell keys apart for good.
    const colliding = (bytes: Uint8Array): Uint8Array =>
      Uint8Array.from([...new Uint8Array(8), ...sha256(bytes).subarray(8)]);
    const snapshot = {
      timestampVersion: both.roles.timestamp.version,
      sha256: colliding(both.files.get('snapshot.json') ?? new Uint8Array()),
    };
    const kid = new Uint8Array(8);
    const signed = (name: string, index: number): string =>
      signToken({ ...claims, snapshot }, { ...roleKey(name, index), kid });
    const target = { held: both, sha256: colliding };
    for (const index of [0, 1])
      expect(check(signed('pair', index), target)).toEqual(confirmed);
    expect(check(signed('stranger', 0), target)).toEqual(
      refused('token.signature'),
    );
  });
});

describe('checkFreshnessToken, what was signed,', () => {
  it.each<SigningContext>(['HP1/pass', 'HP1/site', 'HP1/recover', 'HP1/time'])(
    'refuses what was signed as %s',
    (context) => {
      const payload = encodeFreshnessClaims(claims);
      const text = signTokenPayload(payload, roleKey('timestamp'), context);
      expect(check(text)).toEqual(refused('token.signature'));
    },
  );

  it('refuses a copy that somebody else signed under the kid', () => {
    const { kid } = roleKey('timestamp');
    const forger = { ...testKey('forger'), kid };
    expect(check(signToken(claims, forger))).toEqual(
      refused('token.signature'),
    );
  });

  it('refuses what only one engine believes', () => {
    const no = { name: 'no', verify: () => false };
    for (const pair of [
      { ...quick, second: no },
      { ...quick, first: no },
    ])
      expect(check(sound, { signatures: pair })).toEqual(
        refused('token.signature'),
      );
  });

  it('refuses every token with one bit changed', () => {
    const bytes = bytesOf(sound);
    const believed: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const copy = Uint8Array.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (check(toFreshnessTokenText(copy)).ok) believed.push(bit);
    }
    expect(believed).toEqual([]);
  });

  it('refuses every token that is cut short, by letters or by bytes', () => {
    const bytes = bytesOf(sound);
    for (let length = 0; length < sound.length; length += 1)
      expect(check(sound.slice(0, length)).ok, `${length} letters`).toBe(false);
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = toFreshnessTokenText(bytes.subarray(0, length));
      expect(check(cut).ok, `${length} bytes`).toBe(false);
    }
  });

  it.each<[string, CborValue, TokenRefusal]>([
    ['of no map', [1], 'token.malformed'],
    ['of no root', new Map([[4, 1]]), 'token.signature'],
    ['without its claims', new Map([[1, rootName]]), 'token.malformed'],
  ])('refuses a payload %s', (_what, payload, code) => {
    const text = signTokenPayload(encodeCbor(payload), roleKey('timestamp'));
    expect(check(text)).toEqual(refused(code));
  });

  it('refuses one that lasts longer than a day, or not at all', () => {
    const { issuedAt } = claims;
    const lasting = (seconds: number): unknown =>
      check(signToken({ ...claims, expiresAt: issuedAt + seconds }));
    expect(lasting(86_400)).toEqual(confirmed);
    expect(lasting(86_401)).toEqual(refused('token.malformed'));
    expect(lasting(0)).toEqual(refused('token.malformed'));
  });
});

describe('checkFreshnessToken, when,', () => {
  it('is over as soon as its end has certainly come', () => {
    const endMs = claims.expiresAt * 1000;
    expect(check(sound, {}, between(endMs - 1, endMs + hourMs))).toEqual(
      confirmed,
    );
    expect(check(sound, {}, between(endMs, endMs + hourMs))).toEqual(
      refused('token.expired'),
    );
  });

  it('is from the future more than 300 s after now can be', () => {
    const latestMs = claims.issuedAt * 1000 - 300_000;
    expect(check(sound, {}, between(0, latestMs))).toEqual(confirmed);
    expect(check(sound, {}, between(0, latestMs - 1))).toEqual(
      refused('token.from-future'),
    );
  });

  it('is from the future where no date is as late, whatever the clock', () => {
    const lastBelieved = Date.UTC(2200, 0) / 1000;
    const issued = (issuedAt: number): unknown =>
      check(
        signToken({ ...claims, issuedAt, expiresAt: issuedAt + 60 }),
        {},
        between(0, 8_640_000_000_000_000),
      );
    expect(issued(lastBelieved)).toEqual(confirmedAt(lastBelieved));
    expect(issued(lastBelieved + 1)).toEqual(refused('token.from-future'));
  });
});

describe('checkFreshnessToken, what it confirms,', () => {
  it('refuses the token of another snapshot: that bundle is to be imported first', () => {
    const newer = holding(raise(repository, 'timestamp', 'snapshot')).held();
    const token = signToken(tokenClaims(newer));
    expect(check(token)).toEqual(refused('token.other-bundle'));
    expect(check(token, { held: newer })).toEqual(confirmed);
  });

  it('refuses a token of an earlier snapshot, however long it still lasts', () => {
    const newer = holding(raise(repository, 'timestamp', 'snapshot')).held();
    expect(check(sound, { held: newer })).toEqual(refused('token.older'));
  });

  it('refuses where the snapshot it would confirm is not there', () => {
    const files = new Map(held.files);
    files.delete('snapshot.json');
    expect(check(sound, { held: { ...held, files } })).toEqual(
      refused('token.other-bundle'),
    );
  });

  it('refuses what is no younger than what is known', () => {
    const at = claims.issuedAt * 1000;
    expect(check(sound, { asOfMs: at - 1 })).toEqual(confirmed);
    expect(check(sound, { asOfMs: at })).toEqual(refused('token.older'));
    expect(check(sound, { asOfMs: at + 1 })).toEqual(refused('token.older'));
  });

  it('refuses what was signed no later than the timestamp held, whatever is remembered', () => {
    const issuedAt = held.roles.timestamp.signedAtMs / 1000;
    const early = signToken({ ...claims, issuedAt });
    for (const asOfMs of [undefined, 0])
      expect(check(early, { asOfMs })).toEqual(refused('token.older'));
  });

  it('confirms once: shown again it says nothing new', () => {
    const [first, second] = shown([sound, sound]);
    expect([first, second]).toEqual([confirmed, refused('token.older')]);
  });
});

describe('whatever tokens are shown, in whatever order,', () => {
  const hour = 3_600;
  const mostly = fc.nat(9).map((tenth) => tenth > 0);
  const token = fc.record({
    issuedAt: fc.oneof(
      fc.integer({ min: nowSeconds - 2 * hour, max: nowSeconds + 600 }),
      fc.integer({ min: nowSeconds - 50 * hour, max: nowSeconds + 50 * hour }),
    ),
    lasts: fc.integer({ min: -1, max: 25 * hour }),
    version: fc.integer({ min: 0, max: 12 }),
    isOfSnapshot: mostly,
    isOurs: mostly,
  });

  it('nothing becomes younger than the youngest of them that is sound', () => {
    let believed = 0;
    fc.assert(
      fc.property(fc.array(token, { maxLength: 6 }), (drafts) => {
        const texts = drafts.map(({ issuedAt, lasts, version, ...is }) =>
          signToken(
            {
              ...claims,
              issuedAt,
              expiresAt: Math.max(0, issuedAt + lasts),
              snapshot: {
                timestampVersion: version,
                sha256: is.isOfSnapshot
                  ? claims.snapshot.sha256
                  : new Uint8Array(32),
              },
            },
            roleKey(is.isOurs ? 'timestamp' : 'stranger'),
          ),
        );
        let asOfMs = held.content.signedAtMs;
        for (const [index, answer] of shown(texts).entries()) {
          if (!answer.ok) continue;
          const draft = drafts[index];
          const { signedAtMs } = answer.value;
          expect(signedAtMs).toBe((draft?.issuedAt ?? 0) * 1000);
          expect(signedAtMs).toBeGreaterThan(asOfMs);
          expect(signedAtMs).toBeLessThanOrEqual(trustedNow.upperMs + 300_000);
          expect(draft).toMatchObject({ isOfSnapshot: true, isOurs: true });
          asOfMs = signedAtMs;
          believed += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(believed).toBeGreaterThan(20);
  });
});

/** What is said of each, every one believed being remembered. */
function shown(
  texts: readonly string[],
): readonly ReturnType<typeof checkFreshnessToken>[] {
  let asOfMs = held.content.signedAtMs;
  return texts.map((text) => {
    const answer = check(text, { asOfMs });
    if (answer.ok) asOfMs = answer.value.signedAtMs;
    return answer;
  });
}

function check(
  text: string,
  changes: Partial<FreshnessTarget> = {},
  now: TrustedTime = trustedNow,
): ReturnType<typeof checkFreshnessToken> {
  const asOfMs = held.content.signedAtMs;
  const target = { held, asOfMs, signatures: quick, sha256, ...changes };
  return checkFreshnessToken(text, target, now);
}

function confirmedAt(issuedAt: FreshnessClaims['issuedAt']): unknown {
  return { ok: true, value: { signedAtMs: issuedAt * 1000 } };
}

function refused(error: TokenRefusal): Result<never, TokenRefusal> {
  return { ok: false, error };
}

function between(lowerMs: number, upperMs: number): TrustedTime {
  return { ...trustedNow, lowerMs, atMs: lowerMs, upperMs, state: 'doubtful' };
}

function bytesOf(text: string): Uint8Array {
  const bytes = decodeBase32(text.slice(3));
  if (!bytes.ok) throw new Error('no Base32');
  return bytes.value;
}
