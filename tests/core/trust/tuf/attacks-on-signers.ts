import { publish, rotate } from '#fixtures/issuer';
import { testKey } from '../signing.ts';
import { delegating, roleKeys, inside } from './repositories.ts';
import { first, type Attack } from './attack.ts';
import {
  resigned,
  repeatedSignature,
  policyNamingOneKeyTwice,
  withKeyWrittenTwice,
  keyJson,
  torsionKey,
} from './tampering.ts';

export const attacksOnSigners: readonly Attack[] = [
  ...(['timestamp', 'snapshot', 'targets'] as const).map((role): Attack => ({
    name: `signs ${role} with a key of its own`,
    sent: publish(first, {
      files: { [`${role}.json`]: resigned([testKey('stranger')]) },
    }),
    refusal: { code: 'bundle-threshold', where: role },
  })),
  {
    name: 'signs the timestamp with the key of the snapshot',
    sent: publish(first, {
      files: { 'timestamp.json': resigned(roleKeys('snapshot', 1).keys) },
    }),
    refusal: { code: 'bundle-threshold', where: 'timestamp' },
  },
  ...['targets', 'policy', 'issuer.51'].map((role): Attack => ({
    name: `signs ${role} with one key of two`,
    sent: publish(first, {
      files: { [`${role}.json`]: resigned(roleKeys(role, 1).keys) },
    }),
    refusal: { code: 'bundle-threshold', where: role },
  })),
  {
    name: 'signs the keys of an issuer as another issuer',
    sent: publish(first, {
      files: { 'issuer.51.json': resigned(roleKeys('issuer.37', 2).keys) },
    }),
    refusal: { code: 'bundle-threshold', where: 'issuer.51' },
  },
  {
    name: 'signs the next root without the old threshold',
    sent: publish(rotate(first, { root: roleKeys('usurper', 3, 2) }), {
      files: { '2.root.json': resigned(roleKeys('usurper', 3).keys) },
    }),
    refusal: { code: 'bundle-threshold', where: '2.root.json' },
  },
  {
    name: 'signs the next root without its own threshold',
    sent: publish(rotate(first, { root: roleKeys('absent', 3, 2) }), {
      files: { '2.root.json': resigned(roleKeys('root', 3).keys) },
    }),
    refusal: { code: 'bundle-threshold', where: '2.root.json' },
  },
  {
    name: 'repeats one signature to reach two',
    sent: publish(first, { files: { 'targets.json': repeatedSignature } }),
    refusal: { code: 'bundle-repeated-signature', where: 'targets' },
  },
  {
    name: 'names one key twice to reach two',
    sent: publish(first, {
      unsigned: { 'targets.json': delegating(policyNamingOneKeyTwice) },
    }),
    refusal: { code: 'bundle-duplicate-key', where: 'targets.json' },
  },
  {
    name: 'writes one key down under two ids to reach two',
    sent: publish(rotate(first), {
      unsigned: { '2.root.json': withKeyWrittenTwice },
    }),
    refusal: { code: 'bundle-duplicate-key', where: '2.root.json' },
  },
  {
    name: 'writes a key down under an id that is not its own',
    sent: publish(rotate(first), {
      unsigned: {
        '2.root.json': (signed) => ({
          ...signed,
          keys: { ...inside(signed, 'keys'), abc: keyJson(torsionKey()) },
        }),
      },
    }),
    refusal: { code: 'bundle-key-id', where: '2.root.json' },
  },
  {
    name: 'gives a role a key that is not there',
    sent: publish(first, {
      unsigned: {
        'targets.json': delegating((roles) =>
          roles.map((role) => ({ ...role, keyids: ['ab'.repeat(32)] })),
        ),
      },
    }),
    refusal: { code: 'bundle-key-id', where: 'targets.json' },
  },
  {
    name: 'gives a role a threshold beyond its keys',
    sent: publish(rotate(first, { snapshot: roleKeys('snapshot', 1, 2) })),
    refusal: { code: 'bundle-threshold', where: '2.root.json' },
  },
  {
    name: 'gives a role a key outside the prime-order subgroup',
    sent: publish(
      rotate(first, {
        snapshot: {
          keys: [{ ...testKey('any'), publicKey: torsionKey() }],
          threshold: 1,
        },
      }),
    ),
    refusal: { code: 'bundle-key', where: '2.root.json' },
  },
  {
    name: 'delegates to a key of small order',
    sent: publish({
      ...first,
      policyKeys: {
        keys: [
          {
            ...testKey('any'),
            publicKey: Uint8Array.of(1, ...new Uint8Array(31)),
          },
        ],
        threshold: 1,
      },
    }),
    refusal: { code: 'bundle-key', where: 'targets.json' },
  },
];
