import type { JSX } from 'react';
import type { Reason, Words } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { Next } from '../verdict/next.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import type { Send } from './send.ts';
import { useDismiss } from './use-dismiss.ts';
import type { View } from './view.ts';

/** Neutral: the person did nothing wrong, so it names what was shown and what to show instead. */
export function NotAPass({
  view: { scanId, verdict, countdown },
  send,
}: {
  readonly view: View<'not-a-pass'>;
  readonly send: Send;
}): JSX.Element {
  useDismiss(scanId, send);
  const [reason] = verdict.reasons;
  const advice = verdict.advice.at(-1);
  return (
    <Verdict
      kind="neutral"
      word={(w) => w.reasons[reason.code].guard}
      next={
        <Next
          says={(w) =>
            lookalike(reason, w)?.instead ??
            w.advice[advice ?? 'show-pass'].holder
          }
        />
      }
      countdown={countdown}
    >
      {isNamed(reason) && (
        <p className="reason">
          <Both of={(w) => lookalike(reason, w)?.seems ?? ''} />
        </p>
      )}
    </Verdict>
  );
}

/** "Some other code" would only repeat that it is not a pass. */
function isNamed({ code, detail }: Reason): boolean {
  return code === 'not-a-pass' && detail !== undefined && detail !== 'unknown';
}

function lookalike(
  { code, detail }: Reason,
  { lookalikes }: Words,
): Words['lookalikes'][keyof Words['lookalikes']] | undefined {
  if (code !== 'not-a-pass') return undefined;
  return isLookalike(detail, lookalikes) ? lookalikes[detail] : undefined;
}

/** A detail is a plain string in the contract; only those with words are known here. */
function isLookalike(
  detail: string | undefined,
  lookalikes: Words['lookalikes'],
): detail is keyof Words['lookalikes'] {
  return detail !== undefined && Object.hasOwn(lookalikes, detail);
}
