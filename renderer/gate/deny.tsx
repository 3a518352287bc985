import type { JSX } from 'react';
import { Verdict } from '../verdict/verdict.tsx';
import { NextSteps } from './next-steps.tsx';
import { asideFor } from './person.tsx';
import { Reasons } from './reasons.tsx';
import type { Send } from './send.ts';
import { useDismiss } from './use-dismiss.ts';
import type { View } from './view.ts';

export function Deny({
  view: { scanId, verdict, countdown },
  timeZone,
  send,
}: {
  readonly view: View<'deny'>;
  readonly timeZone: string;
  readonly send: Send;
}): JSX.Element {
  useDismiss(scanId, send);
  return (
    <Verdict
      kind="deny"
      word={(w) => w.outcomes.deny}
      aside={asideFor(verdict)}
      hasMembers={verdict.members.length > 0}
      next={<NextSteps verdict={verdict} />}
      countdown={countdown}
    >
      <Reasons verdict={verdict} timeZone={timeZone} />
    </Verdict>
  );
}
