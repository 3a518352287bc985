import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  type KeyObject,
} from 'node:crypto';
import {
  encodeClaims,
  encodeFrame,
  kidOf,
  protectedHeader,
  signedBytes,
  toPassText,
  type Pass,
  type SigningContext,
} from '#core/pass';
import type { BundleContent, IssuerKey, TrustedTime } from '#core/trust';
import { statusList } from '#fixtures/issuer';
import { nodeEngine, sha256, signatures } from '#kiosk/crypto';

/** 2026-01-15 00:00:00 UTC, the present of every test here. */
export const nowSeconds = 1_768_435_200;
export const nowMs = nowSeconds * 1000;
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const trustedNow: TrustedTime = {
  lowerMs: nowMs - 2_000,
  atMs: nowMs,
  upperMs: nowMs + 2_000,
  state: 'trusted',
  monoMs: 60_000,
  bootId: 'boot',
};

/** The fast engine twice, where it is not the engines that are asked about. */
export const quick = { ...signatures, second: nodeEngine };

export interface TestKey {
  readonly owner: string;
  readonly kid: Uint8Array;
  readonly publicKey: Uint8Array;
  /** 32 bytes. */
  readonly privateKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Always the same key for the same owner and name: labelled a test key in its own derivation. */
export function testKey(owner: string, name: string = ''): TestKey {
  const seed = createHash('sha256')
    .update(`TEST KEY ${owner} ${name}`)
    .digest();
  const privateKey = createPrivateKey({
    key: Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      seed,
    ]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = rawPublicKey(privateKey);
  return {
    owner,
    publicKey,
    privateKey: new Uint8Array(seed),
    kid: kidOf(owner, publicKey, sha256),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  const spki = createPublicKey(privateKey).export({
    format: 'der',
    type: 'spki',
  });
  return new Uint8Array(spki.subarray(12));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function issuerKey(
  key: TestKey,
  changes: Partial<IssuerKey> = {},
): IssuerKey {
  return {
    kid: toHex(key.kid),
    issuer: key.owner,
    publicKey: key.publicKey,
    kinds: ['pass'],
    forms: ['live', 'paper', 'static'],
    from: nowSeconds - 86_400,
    until: nowSeconds + 86_400,
    areas: [],
    ...changes,
  };
}

/** A payload signed as one kind of thing, as the text of a code. */
export function signText(
  payload: Uint8Array,
  key: TestKey,
  changes: {
    readonly context?: SigningContext;
    readonly kid?: Uint8Array;
  } = {},
): string {
  const { context = 'HP1/pass', kid = key.kid } = changes;
  const protectedBytes = protectedHeader(kid);
  const signature = key.sign(signedBytes({ protectedBytes, payload }, context));
  return toPassText(encodeFrame({ kid, payload, signature }));
}

export function signPass(pass: Pass, key: TestKey): string {
  return signText(encodeClaims(pass), key);
}

/** What a site's bundle of one issuer says, with nothing wrong. */
export function siteContent(
  changes: Partial<BundleContent> = {},
): BundleContent {
  return {
    version: 5,
    signedAtMs: nowMs - hourMs,
    profile: 'site',
    root: 'ROOT-1',
    issuers: [
      {
        id: '51',
        nameZh: '四川',
        nameEn: 'Sichuan',
        colours: { G: 'green', Y: 'yellow', R: 'red' },
      },
    ],
    keys: [issuerKey(testKey('51'))],
    policy: {
      version: 3,
      asOfMs: nowMs - 2 * hourMs,
      region: '51',
      colours: { green: 'admit', yellow: 'hold', red: 'deny' },
      presentation: 'any',
      seenAgainWithinMs: 0,
      temperature: {
        feverAtCenti: 3730,
        implausibleBelowCenti: 3400,
        implausibleAboveCenti: 4300,
      },
      freshness: { normalMs: dayMs, bannerMs: 7 * dayMs, holdMs: 21 * dayMs },
      testBadge: { hours: 48, countsFrom: 'sampled' },
      hotline: '12345',
    },
    statusLists: [
      statusList({
        issuer: '51',
        list: 1,
        asOfMs: nowMs - hourMs,
        size: 8,
        hold: [1],
        revoked: [2],
        changed: [3],
      }),
    ],
    ...changes,
  };
}
