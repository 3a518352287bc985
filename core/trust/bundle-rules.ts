import { bytesToHex } from '@noble/hashes/utils.js';
import type { Policy } from './policy.ts';
import { kidOf } from '#core/pass';
import type { BundleHeadings } from './bundle.ts';
import type { BundleRefusal } from './bundle-refusal.ts';
import { checkPublicKey } from './public-key.ts';
import { findRecognitionFault } from './recognition-rules.ts';
import type { IssuerKey } from './trust-list.ts';
import type { Pin } from './trust-store.ts';

type Engines = Pick<Pin, 'signatures' | 'sha256'>;

/**
 * Which rule of its own a well-shaped bundle breaks; whatever is held does not matter here. Every issuer
 * comes once and every key with its issuer, for each is what the one role of that issuer publishes.
 */
export function findContentFault(
  content: BundleHeadings,
  pin: Engines,
): BundleRefusal | undefined {
  return (
    findKeysFault(content, pin) ??
    findListsFault(content) ??
    findPolicyFault(content.policy) ??
    findRecognitionFault(content)
  );
}

function findKeysFault(
  { keys }: BundleHeadings,
  pin: Engines,
): BundleRefusal | undefined {
  const owners = new Map<string, string>();
  for (const [index, key] of keys.entries()) {
    const code = findKeyFault(key, owners, pin);
    if (code !== undefined) return { code, where: `keys.${index}` };
    owners.set(bytesToHex(key.publicKey), key.issuer);
  }
  return undefined;
}

function findKeyFault(
  key: IssuerKey,
  owners: ReadonlyMap<string, string>,
  pin: Engines,
): BundleRefusal['code'] | undefined {
  const owner = owners.get(bytesToHex(key.publicKey));
  if (owner === key.issuer) return 'bundle-duplicate-key';
  if (owner !== undefined) return 'bundle-cross-issuer';
  if (key.from >= key.until) return 'bundle-malformed';
  const kid = kidOf(key.issuer, key.publicKey, pin.sha256);
  if (bytesToHex(kid) !== key.kid) return 'bundle-kid';
  const isTorsionFree = (point: Uint8Array): boolean =>
    pin.signatures.isTorsionFree(point);
  const finding = checkPublicKey(key.publicKey, isTorsionFree);
  return finding === 'usable' ? undefined : 'bundle-key';
}

function findListsFault(content: BundleHeadings): BundleRefusal | undefined {
  const { issuers, statusLists, signedAtMs, policy } = content;
  if (policy.asOfMs > signedAtMs) {
    return { code: 'bundle-malformed', where: 'policy.asOfMs' };
  }
  const known = new Set(issuers.map(({ id }) => id));
  for (const [index, list] of statusLists.entries()) {
    const where = `statusLists.${index}`;
    if (!known.has(list.issuer)) {
      return { code: 'bundle-unknown-issuer', where };
    }
    if (list.asOfMs > signedAtMs) {
      return { code: 'bundle-malformed', where: `${where}.asOfMs` };
    }
  }
  return undefined;
}

/** Figures that cannot be meant are a slip of the publisher's, and a slip must not open a gate. */
function findPolicyFault(policy: Policy): BundleRefusal | undefined {
  const { colours, freshness, temperature, testBadge } = policy;
  const { seenAgainWithinMs, applyCode } = policy;
  const rules: readonly (readonly [string, boolean])[] = [
    ['colours.red', colours.red !== 'admit'],
    // As long as even a busy lane remembers whom it let in.
    ['seenAgainWithinMs', seenAgainWithinMs <= 3_600_000],
    ['freshness.normalMs', freshness.normalMs > 0],
    ['freshness.bannerMs', freshness.bannerMs >= freshness.normalMs],
    ['freshness.holdMs', freshness.holdMs >= freshness.bannerMs],
    ['freshness.holdMs', freshness.holdMs <= 30 * 24 * 3_600_000],
    ['testBadge.hours', testBadgeHours.includes(testBadge.hours)],
    ['applyCode', applyCode === undefined || isSafeToOpen(applyCode)],
    ...(temperature === undefined
      ? []
      : ([
          [
            'temperature.feverAtCenti',
            isWithin(temperature.feverAtCenti, 3600, 4000),
          ],
          [
            'temperature.implausibleBelowCenti',
            isWithin(temperature.implausibleBelowCenti, 2500, 3600),
          ],
          [
            'temperature.implausibleAboveCenti',
            isWithin(temperature.implausibleAboveCenti, 4000, 5000),
          ],
        ] as const)),
  ];
  const broken = rules.find(([, holds]) => !holds);
  if (broken === undefined) return undefined;
  return { code: 'bundle-policy', where: `policy.${broken[0]}` };
}

const testBadgeHours: readonly number[] = [24, 48, 72, 168];

/** A phone opens whatever a code names: a secure address, or words that are no address. */
function isSafeToOpen(applyCode: string): boolean {
  return (
    /^https:\/\/[^\s/]/.test(applyCode) || !/^[a-z][\w+.-]*:/i.test(applyCode)
  );
}

function isWithin(value: number, atLeast: number, atMost: number): boolean {
  return value >= atLeast && value <= atMost;
}
