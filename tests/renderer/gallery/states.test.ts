import { describe, expect, test } from 'vitest';
import {
  allowReasonsFor,
  choicesFor,
  refuseReasonsFor,
  type HoldVerdict,
} from '#core/gate';
import type { GateView } from '#kiosk/contract';
import { states } from '../../../renderer/gallery/states.ts';

type HoldView = Extract<GateView, { kind: 'hold' }>;

describe('the gallery', () => {
  test.each(holds())(
    'draws a hold with what the gate offers: %s',
    (_, view) => {
      const verdict = verdictOf(view);
      expect(view.choices.toSorted()).toEqual(choicesFor(verdict).toSorted());
      expect(view.allowReasons).toEqual(allowReasonsFor(verdict));
      expect(view.refuseReasons).toEqual(refuseReasonsFor(verdict));
    },
  );
});

function holds(): readonly (readonly [string, HoldView])[] {
  return Object.entries(states).flatMap(([name, link]) => {
    const gate = link.kind === 'live' ? link.snapshot.gate : undefined;
    return gate?.kind === 'hold' ? [[name, gate] as const] : [];
  });
}

/** The choices depend on the reasons alone. */
function verdictOf({ verdict }: HoldView): HoldVerdict {
  return {
    outcome: 'hold',
    reasons: verdict.reasons,
    advice: verdict.advice,
    badges: [],
    basis: {
      policyVersion: 1,
      trustVersion: 1,
      trustAgeMs: 0,
      timeState: 'trusted',
    },
    expiresAtMs: 0,
  };
}
