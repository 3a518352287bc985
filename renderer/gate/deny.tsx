import type { JSX } from 'react';
import { Next } from '../verdict/next.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { asideFor } from './person.tsx';
import { Reasons } from './reasons.tsx';
import type { Send } from './send.ts';
import { useDismiss } from './use-dismiss.ts';
import type { View } from './view.ts';

export function Deny({
  view: { scanId, verdict, countdown },
  send,
}: {
  readonly view: View<'deny'>;
  readonly send: Send;
}): JSX.Element {
  useDismiss(scanId, send);
  const { hotline } = verdict;
  const [advice] = verdict.advice;
  return (
    <Verdict
      kind="deny"
      word={(w) => w.outcomes.deny}
      aside={asideFor(verdict)}
      next={
        <>
          {advice !== undefined && (
            <Next says={(w) => w.advice[advice].guard} />
          )}
          {hotline !== undefined && (
            <Next
              says={(w) => `${w.advice['call-hotline'].guard} ${hotline}`}
            />
          )}
        </>
      }
      countdown={countdown}
    >
      <Reasons reasons={verdict.reasons} />
    </Verdict>
  );
}
