import { publish, rotate, statusIndex } from '#fixtures/issuer';
import {
  delegating,
  inside,
  repositoryIssuer,
  sampleList,
} from './repositories.ts';
import { first, type Attack } from './attack.ts';
import {
  withIssuer,
  issuing,
  takenOver,
  without,
  replaced,
} from './tampering.ts';

export const attacksOnReach: readonly Attack[] = [
  {
    name: 'publishes the key of another issuer in its own folder',
    sent: publish(withIssuer('51', { keys: [issuing('51'), issuing('37')] })),
    refusal: { code: 'bundle-cross-issuer', where: 'keys/51/keys.cbor' },
  },
  {
    name: 'describes another issuer in its own folder',
    sent: publish(
      first,
      replaced('keys/51/keys.cbor', 'issuer.51', {
        issuer: repositoryIssuer('37').issuer,
        keys: [],
      }),
    ),
    refusal: { code: 'bundle-cross-issuer', where: 'keys/51/keys.cbor' },
  },
  {
    name: 'publishes a key that another issuer has',
    sent: publish(withIssuer('51', { keys: [takenOver(issuing('37'), '51')] })),
    refusal: { code: 'bundle-cross-issuer', where: 'keys.1' },
  },
  {
    name: 'revokes passes of another issuer',
    sent: publish(
      first,
      replaced(
        'status/51/1.cbor',
        'status.51',
        statusIndex(sampleList({ issuer: '37' })),
      ),
    ),
    refusal: { code: 'bundle-cross-issuer', where: 'status/51/1.cbor' },
  },
  {
    name: 'publishes a list under the number of another',
    sent: publish(
      first,
      replaced(
        'status/51/1.cbor',
        'status.51',
        statusIndex(sampleList({ list: 2 })),
      ),
    ),
    refusal: { code: 'bundle-cross-issuer', where: 'status/51/1.cbor' },
  },
  {
    name: 'publishes in the folder of another issuer',
    sent: publish(first, {
      unsigned: {
        'issuer.51.json': (signed) => ({
          ...signed,
          targets: {
            ...inside(signed, 'targets'),
            'keys/37/keys.cbor': {
              length: 1,
              hashes: { sha256: 'ab'.repeat(32) },
            },
          },
        }),
      },
    }),
    refusal: { code: 'bundle-delegation', where: 'issuer.51' },
  },
  {
    name: 'hands its folder on to somebody else',
    sent: publish(first, {
      unsigned: {
        'issuer.51.json': (signed) => ({
          ...signed,
          delegations: { keys: {}, roles: [] },
        }),
      },
    }),
    refusal: { code: 'bundle-delegation', where: 'issuer.51' },
  },
  {
    name: 'publishes a file as the targets role itself',
    sent: publish(first, {
      unsigned: {
        'targets.json': (signed) => ({
          ...signed,
          targets: {
            'policy/policy.cbor': {
              length: 1,
              hashes: { sha256: 'ab'.repeat(32) },
            },
          },
        }),
      },
    }),
    refusal: { code: 'bundle-delegation', where: 'targets.json' },
  },
  ...(
    [
      ['the folder of another', { paths: ['keys/37/*'] }],
      ['a second folder', { paths: ['policy/*', 'keys/37/*'] }],
      ['everything', { paths: ['*'] }],
      ['nothing', { paths: [] }],
      ['its folder, but not for good', { terminating: false }],
    ] as const
  ).map(([what, change]): Attack => ({
    name: `gives the policy role ${what}`,
    sent: publish(first, {
      unsigned: {
        'targets.json': delegating(([policy, ...others]) => [
          { ...policy, ...change },
          ...others,
        ]),
      },
    }),
    refusal: { code: 'bundle-delegation', where: 'policy' },
  })),
  {
    name: 'delegates one role twice',
    sent: publish(first, {
      unsigned: {
        'targets.json': delegating((roles) => [...roles, ...roles.slice(0, 1)]),
      },
    }),
    refusal: { code: 'bundle-delegation', where: 'policy' },
  },
  {
    name: 'keeps the status of an issuer that has no keys role',
    sent: publish(first, {
      unsigned: { 'targets.json': delegating(without('issuer.37')) },
    }),
    refusal: { code: 'bundle-unknown-issuer', where: 'statusLists.1' },
  },
  {
    name: 'turns a site into a demo with the next root',
    sent: publish(rotate(first), {
      unsigned: {
        '2.root.json': (signed) => ({ ...signed, 'x-profile': 'demo' }),
      },
    }),
    refusal: { code: 'bundle-demo', where: '2.root.json' },
  },
  {
    name: 'renames the root with the next one',
    sent: publish(rotate(first), {
      unsigned: {
        '2.root.json': (signed) => ({ ...signed, 'x-name': 'ROOT-2' }),
      },
    }),
    refusal: { code: 'bundle-root', where: '2.root.json' },
  },
  {
    name: 'brings an issuer of the demo to a site',
    sent: publish({ ...first, issuers: [repositoryIssuer('DEMO-51')] }),
    refusal: { code: 'bundle-demo', where: 'issuer.DEMO-51' },
  },
];
