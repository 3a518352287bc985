import { publish, rotate, type RoleKeys } from '#fixtures/issuer';
import { dayMs, nowMs, testKey, toHex, trustedNow } from '../signing.ts';
import { rememberedOf, roleKeys } from './repositories.ts';
import { everyRole, first, held, next, type Attack } from './attack.ts';
import { withLists, unlisting, swap } from './tampering.ts';

export const attacksOnOrder: readonly Attack[] = [
  ...everyRole.map((role): Attack => ({
    name: `rolls ${role} back`,
    held,
    sent: publish({ ...next, versions: { ...next.versions, [role]: 4 } }),
    refusal: { code: 'bundle-rollback', where: role },
  })),
  ...everyRole.map((role): Attack => ({
    name: `says something else as the same version of ${role}`,
    held,
    sent: publish({
      ...next,
      versions: { ...next.versions, [role]: 5 },
      expiresAtMs: nowMs + 2 * dayMs,
    }),
    refusal: { code: 'bundle-conflict', where: role },
  })),
  {
    name: 'sends an older whole set again',
    held,
    sent: publish(first),
    refusal: { code: 'bundle-rollback', where: 'timestamp' },
  },
  ...(['root', 'timestamp', 'snapshot'] as const).map((role): Attack => ({
    name: `hides an older set behind a root with another ${role} key beside the old ones`,
    held,
    sent: new Map([
      ...publish(first),
      ...publish(rotate(first, { [role]: withOneMore(role) })),
      // Signed with the keys that stayed, and so still good under that root.
      ...[...publish(first)].filter(([name]) => !name.includes('root')),
    ]),
    refusal: { code: 'bundle-rollback', where: 'timestamp' },
  })),
  {
    name: 'is signed later than any date that is believed',
    sent: publish({ ...first, signedAtMs: Date.UTC(2200, 0, 1, 0, 0, 1) }),
    now: { ...trustedNow, upperMs: 8_640_000_000_000_000 },
    refusal: { code: 'bundle-from-future' },
  },
  {
    name: 'rolls the root back under the number of the next',
    sent: publish(rotate(first), {
      unsigned: { '2.root.json': (signed) => ({ ...signed, version: 1 }) },
    }),
    refusal: { code: 'bundle-rollback', where: '2.root.json' },
  },
  {
    name: 'jumps ahead under the number of the next root',
    sent: publish(rotate(first), {
      unsigned: { '2.root.json': (signed) => ({ ...signed, version: 3 }) },
    }),
    refusal: { code: 'bundle-mixed', where: '2.root.json' },
  },
  {
    name: 'brings an older policy in a newer role',
    held,
    sent: publish({
      ...next,
      policy: { ...held.policy, version: held.policy.version - 1 },
    }),
    refusal: { code: 'bundle-rollback', where: 'policy.version' },
  },
  {
    name: 'brings an older status list in a newer role',
    held,
    sent: publish({ ...next, issuers: withLists({ asOfMs: nowMs - dayMs }) }),
    refusal: { code: 'bundle-rollback', where: 'statusLists.0.asOfMs' },
  },
  {
    name: 'lifts a revocation',
    held,
    sent: publish({
      ...next,
      issuers: withLists({ chunks: [Uint8Array.of(0)] }),
    }),
    refusal: { code: 'bundle-unrevokes', where: 'statusLists.0' },
  },
  {
    name: 'lifts a revocation on the way of a recovery',
    held,
    sent: publish({
      ...rotate(next, { timestamp: roleKeys('timestamp later', 1) }),
      issuers: withLists({ chunks: [Uint8Array.of(0)] }),
    }),
    refusal: { code: 'bundle-unrevokes', where: 'statusLists.0' },
  },
  {
    name: 'freezes the time: a new timestamp signed at the same instant',
    held,
    sent: publish({ ...next, signedAtMs: held.signedAtMs }),
    refusal: { code: 'bundle-freeze' },
  },
  {
    name: 'turns the time back under a new timestamp',
    held,
    sent: publish({
      ...next,
      signedAtMs: held.signedAtMs - 1,
      issuers: withLists({ asOfMs: held.signedAtMs - 1 }),
    }),
    refusal: { code: 'bundle-freeze' },
  },
  {
    name: 'signs ahead of the time, to stay fresh for longer',
    held,
    sent: publish({ ...next, signedAtMs: nowMs + 2_000 + 300_001 }),
    refusal: { code: 'bundle-from-future' },
  },

  // Sets that do not belong together: every document is rightly signed, by itself.
  ...['snapshot', 'targets', ...everyRole.slice(3)].map((role): Attack => ({
    name: `mixes an older ${role} into a newer set`,
    held,
    sent: publish(next, { files: swap(`${role}.json`, publish(held)) }),
    refusal: { code: 'bundle-mixed', where: `${role}.json` },
  })),
  {
    name: 'mixes another snapshot of the same version in',
    sent: publish(first, {
      files: swap(
        'snapshot.json',
        publish({ ...first, expiresAtMs: nowMs + 3 * dayMs }),
      ),
    }),
    refusal: { code: 'bundle-mixed', where: 'snapshot.json' },
  },
  ...['policy.json', 'targets.json'].map((name): Attack => ({
    name: `leaves ${name} out of the snapshot`,
    sent: publish(first, { unsigned: { 'snapshot.json': unlisting(name) } }),
    refusal: { code: 'bundle-mixed', where: name },
  })),

  // The store was put back from a copy of before, or is new: only what lies outside it knows more.
  ...[held, undefined].map((known): Attack => ({
    name: `sends an older set to a kiosk whose store was put back ${known === undefined ? 'to nothing' : 'to the same'}`,
    ...(known !== undefined && { held: known }),
    remembered: rememberedOf(held, { version: 6 }),
    sent: publish(held),
    refusal: { code: 'bundle-rollback', where: 'remembered' },
  })),
  {
    name: 'sends a set of before a kill to whoever remembers it',
    remembered: rememberedOf(held, {
      kills: { kids: [toHex(testKey('51').kid)], ranges: [] },
      version: 6,
    }),
    sent: publish(held),
    refusal: { code: 'bundle-rollback', where: 'remembered' },
  },
  {
    name: 'lets a role vanish',
    held,
    sent: publish({ ...next, issuers: next.issuers.slice(0, 1) }),
    refusal: { code: 'bundle-vanished', where: 'issuer.37' },
  },
];

/** The keys a role has had all along, and another. */
function withOneMore(role: 'root' | 'timestamp' | 'snapshot'): RoleKeys {
  const before = first.roots[0]?.[role];
  if (before === undefined) throw new Error('a repository has a root');
  return { ...before, keys: [...before.keys, testKey('another', role)] };
}
