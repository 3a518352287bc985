import type { JSX } from 'react';
import type { GateView } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { Verdict } from '../verdict/verdict.tsx';

/** Neutral: the person did nothing wrong, and is told what to do instead. */
export function NotAPass({
  view: { verdict, countdown },
}: {
  readonly view: Extract<GateView, { kind: 'not-a-pass' }>;
}): JSX.Element {
  const [{ code }] = verdict.reasons;
  const advice = verdict.advice.at(-1) ?? 'show-pass';
  return (
    <Verdict
      kind="neutral"
      word={(w) => w.reasons[code].guard}
      countdown={countdown}
    >
      <p className="holder">
        <Both of={(w) => w.advice[advice].holder} />
      </p>
    </Verdict>
  );
}
