import type { JSX } from 'react';
import type { Advice, GateView } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { ApplyCode } from '../verdict/apply-code.tsx';
import { Next } from '../verdict/next.tsx';
import { Verdict } from '../verdict/verdict.tsx';

/** What the guard has to do, or what the reason has said already. */
const aboutKiosk: ReadonlySet<Advice> = new Set([
  'update-data',
  'update-kiosk',
  'check-clock',
  'switch-input-method',
  'measure-again',
  'call-hotline',
]);

type DecidedView = Extract<GateView, { kind: 'admit' | 'hold' | 'deny' }>;

/**
 * The outcome, the one reason that decided, and what to do now. A queue looks on: only an admit
 * says, masked, whom it is about.
 */
export function Decided({ view }: { readonly view: DecidedView }): JSX.Element {
  const { verdict } = view;
  const [{ code }] = verdict.reasons;
  const { hotline, applyCode } = verdict;
  const advice = verdict.advice.find((one) => !aboutKiosk.has(one));
  const name = view.kind === 'admit' ? verdict.subject?.maskedName : undefined;
  return (
    <Verdict
      kind={view.kind}
      word={(w) => w.outcomes[view.kind]}
      next={
        <>
          {advice !== undefined && (
            <Next says={(w) => w.advice[advice].holder} />
          )}
          {advice === undefined && view.kind === 'hold' && (
            <Next says={(w) => w.display.traveller['wait-for-staff']} />
          )}
          {hotline !== undefined && (
            <Next
              says={(w) => `${w.advice['call-hotline'].holder} ${hotline}`}
            />
          )}
        </>
      }
      {...(applyCode !== undefined && {
        below: <ApplyCode text={applyCode} />,
      })}
      {...('countdown' in view && { countdown: view.countdown })}
    >
      {name !== undefined && <p className="resolved-name">{name}</p>}
      <p className="holder">
        <Both of={(w) => w.reasons[code].holder} />
      </p>
    </Verdict>
  );
}
