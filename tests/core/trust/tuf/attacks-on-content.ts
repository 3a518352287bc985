import { publish } from '#fixtures/issuer';
import { kidOf } from '#core/pass';
import { sha256 } from '#kiosk/crypto';
import { first, type Attack } from './attack.ts';
import { issuing, torsionKey, withIssuer } from './tampering.ts';

const outside = torsionKey();

/** What whoever may publish a file says in it, and may not. */
export const attacksOnContent: readonly Attack[] = [
  {
    name: 'says its rules after they were signed, to seem younger',
    sent: publish({
      ...first,
      policy: { ...first.policy, asOfMs: first.signedAtMs + 1 },
    }),
    refusal: { code: 'bundle-malformed', where: 'policy.asOfMs' },
  },
  {
    name: 'has red admit',
    sent: publish({
      ...first,
      policy: {
        ...first.policy,
        colours: { green: 'admit', yellow: 'hold', red: 'admit' },
      },
    }),
    refusal: { code: 'bundle-policy', where: 'policy.colours.red' },
  },
  {
    name: 'publishes a key of passes outside the prime-order subgroup',
    sent: publish(
      withIssuer('51', {
        keys: [
          {
            ...issuing('51'),
            publicKey: outside,
            kid: kidOf('51', outside, sha256),
          },
        ],
      }),
    ),
    refusal: { code: 'bundle-key', where: 'keys.0' },
  },
  {
    name: 'publishes a key of passes twice',
    sent: publish(withIssuer('51', { keys: [issuing('51'), issuing('51')] })),
    refusal: { code: 'bundle-duplicate-key', where: 'keys.1' },
  },
  {
    name: 'publishes a key of passes under the kid of another',
    sent: publish(
      withIssuer('51', {
        keys: [{ ...issuing('51'), kid: issuing('37').kid }],
      }),
    ),
    refusal: { code: 'bundle-kid', where: 'keys.0' },
  },
];
