import type { JSX } from 'react';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
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
  const [advice] = verdict.advice;
  return (
    <Verdict
      kind="deny"
      word={(w) => w.outcomes.deny}
      aside={asideFor(verdict)}
      countdown={countdown}
    >
      <Reasons reasons={verdict.reasons} />
      {advice !== undefined && (
        <p className="advice">
          <Icon name="next" />
          <Both of={(w) => w.advice[advice].guard} />
        </p>
      )}
    </Verdict>
  );
}
