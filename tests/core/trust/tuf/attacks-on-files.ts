import { publish, rotate } from '#fixtures/issuer';
import { bundle, delegating } from './repositories.ts';
import { first, type Attack } from './attack.ts';
import {
  without,
  swapAs,
  replaced,
  replacedBytes,
  flipped,
} from './tampering.ts';

const whole = bundle(first);

export const attacksOnFiles: readonly Attack[] = [
  ...(
    [
      ['truncated', 'cuts the bundle short', whole.subarray(0, -1)],
      ['wrong-hash', 'changes its last byte', changedAtEnd(whole)],
      ['trailing-bytes', 'adds a byte to it', Uint8Array.of(...whole, 0)],
      ['not-a-bundle-file', 'sends something else', new Uint8Array(100)],
      ['oversized', 'sends more than 64 MiB', new Uint8Array(67_108_865)],
      ['oversized', 'says that there are many files', counting(0xffff_ffff)],
      ['truncated', 'says that there is a file more', counting(4096)],
    ] as const
  ).map(([where, name, sent]): Attack => ({
    name,
    sent,
    refusal: { code: 'bundle-file', where },
  })),
  ...['policy/policy.cbor', 'status/51/1.cbor'].map((name): Attack => ({
    name: `changes a byte of ${name}`,
    sent: publish(first, { files: { [name]: flipped } }),
    refusal: { code: 'bundle-hash', where: name },
  })),
  {
    name: 'cuts a file short',
    sent: publish(first, {
      files: { 'keys/51/keys.cbor': (file) => file.slice(0, -1) },
    }),
    refusal: { code: 'bundle-hash', where: 'keys/51/keys.cbor' },
  },
  ...['timestamp.json', 'issuer.37.json', 'status/37/1.cbor'].map(
    (name): Attack => ({
      name: `keeps ${name} back`,
      sent: publish(first, { files: { [name]: () => undefined } }),
      refusal: { code: 'bundle-missing', where: name },
    }),
  ),
  {
    name: 'keeps one step of the root back',
    sent: publish(rotate(rotate(first)), {
      files: { '2.root.json': () => undefined },
    }),
    refusal: { code: 'bundle-missing', where: '2.root.json' },
  },
  {
    name: 'has no policy role',
    sent: publish(first, {
      unsigned: { 'targets.json': delegating(without('policy')) },
    }),
    refusal: { code: 'bundle-missing', where: 'policy' },
  },
  {
    name: 'delegates nothing',
    sent: publish(first, {
      unsigned: {
        'targets.json': ({ delegations: _, ...signed }) => signed,
      },
    }),
    refusal: { code: 'bundle-missing', where: 'policy' },
  },
  {
    name: 'has a policy role without a policy',
    sent: publish(first, {
      unsigned: { 'policy.json': (signed) => ({ ...signed, targets: {} }) },
    }),
    refusal: { code: 'bundle-missing', where: 'policy/policy.cbor' },
  },
  {
    name: 'makes the kiosk read a huge document',
    sent: publish(first, {
      files: { 'timestamp.json': () => new Uint8Array(1_048_577) },
    }),
    refusal: { code: 'bundle-malformed', where: 'timestamp.json' },
  },
  {
    name: 'sends what is no document',
    sent: publish(first, {
      files: { 'targets.json': () => new Uint8Array(3) },
    }),
    refusal: { code: 'bundle-not-metadata', where: 'targets.json' },
  },
  {
    name: 'sends a root that is no document',
    sent: publish(rotate(first), {
      files: { '2.root.json': () => new Uint8Array(3) },
    }),
    refusal: { code: 'bundle-not-metadata', where: '2.root.json' },
  },
  {
    name: 'sends a role that is no document',
    sent: publish(first, {
      files: { 'policy.json': () => new Uint8Array(3) },
    }),
    refusal: { code: 'bundle-not-metadata', where: 'policy.json' },
  },
  {
    name: 'sends a snapshot as the timestamp',
    sent: publish(first, {
      files: swapAs('timestamp.json', 'snapshot.json', publish(first)),
    }),
    refusal: { code: 'bundle-not-metadata', where: 'timestamp.json' },
  },
  {
    name: 'sends a target of a later schema',
    sent: publish(
      first,
      replaced('policy/policy.cbor', 'policy', { schema: 2 }),
    ),
    refusal: { code: 'bundle-update-kiosk', where: 'policy/policy.cbor' },
  },
  ...(
    [
      ['of no schema', { schema: 'one' }, 'policy/policy.cbor'],
      ['of schema 0', { schema: 0 }, 'policy/policy.cbor'],
      ['with nothing in it', {}, 'policy/policy.cbor.version'],
    ] as const
  ).map(([what, content, where]): Attack => ({
    name: `sends a policy ${what}`,
    sent: publish(first, replaced('policy/policy.cbor', 'policy', content)),
    refusal: { code: 'bundle-malformed', where },
  })),
  {
    name: 'sends a key file that is no CBOR',
    sent: publish(
      first,
      replacedBytes('keys/51/keys.cbor', 'issuer.51', Uint8Array.of(0xff)),
    ),
    refusal: { code: 'bundle-malformed', where: 'keys/51/keys.cbor' },
  },
  {
    name: 'sends a list that is no map',
    sent: publish(
      first,
      replacedBytes('status/51/1.cbor', 'status.51', Uint8Array.of(0x01)),
    ),
    refusal: { code: 'bundle-malformed', where: 'status/51/1.cbor' },
  },
  {
    name: 'sends kills that are none',
    sent: publish(
      { ...first, kills: { kids: [], ranges: [] } },
      replaced('policy/kills.cbor', 'policy', { kids: ['x'], ranges: [] }),
    ),
    refusal: { code: 'bundle-malformed', where: 'policy/kills.cbor.kids.0' },
  },
];

/** The whole with another number of files. */
function counting(count: number): Uint8Array {
  const changed = whole.slice();
  new DataView(changed.buffer).setUint32(4, count);
  return changed;
}

function changedAtEnd(file: Uint8Array): Uint8Array {
  return file.with(-1, (file.at(-1) ?? 0) ^ 1);
}
