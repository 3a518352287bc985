import type { JSX } from 'react';
import { Verdict } from '../verdict/verdict.tsx';
import { asideFor } from './person.tsx';
import { Reasons } from './reasons.tsx';
import type { Send } from './send.ts';
import { useDismiss } from './use-dismiss.ts';
import type { View } from './view.ts';

export function Admit({
  view: { scanId, verdict, countdown },
  timeZone,
  send,
}: {
  readonly view: View<'admit'>;
  readonly timeZone: string;
  readonly send: Send;
}): JSX.Element {
  useDismiss(scanId, send);
  return (
    <Verdict
      kind="admit"
      word={(w) => w.outcomes.admit}
      aside={asideFor(verdict)}
      hasMembers={verdict.members.length > 0}
      countdown={countdown}
    >
      <Reasons verdict={verdict} timeZone={timeZone} />
    </Verdict>
  );
}
