import { useState, type JSX } from 'react';
import { useKeys } from '../app/use-keys.ts';
import { ApplyCode } from '../verdict/apply-code.tsx';
import { Next } from '../verdict/next.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { HoldChoices, type HoldStep } from './hold-choices.tsx';
import { NextSteps } from './next-steps.tsx';
import { asideFor } from './person.tsx';
import { Reasons } from './reasons.tsx';
import type { Send } from './send.ts';
import type { View } from './view.ts';

/** Waits for the guard for as long as it takes; two taps from here to any decision. */
export function Hold({
  view,
  timeZone,
  send,
}: {
  readonly view: View<'hold'>;
  readonly timeZone: string;
  readonly send: Send;
}): JSX.Element {
  const [step, setStep] = useState<HoldStep>('choose');
  const { scanId, verdict, choices } = view;
  const goTo = (next: HoldStep, choice: View<'hold'>['choices'][number]) =>
    choices.includes(choice)
      ? () => {
          setStep(next);
        }
      : () => undefined;
  const measureAgain = (): void => {
    send({ kind: 'resolve', scanId, resolution: { kind: 'measure-again' } });
  };
  useKeys({
    F2: goTo('allow', 'allow'),
    F3: goTo('refuse', 'refuse'),
    F4: goTo('compare', 'id-compared'),
    ...(choices.includes('measure-again') && { F5: measureAgain }),
    Escape: () => {
      setStep('choose');
    },
  });
  return (
    <Verdict
      kind="hold"
      word={(w) => w.outcomes.hold}
      aside={asideFor(verdict)}
      hasMembers={verdict.members.length > 0}
      next={nextStep(view)}
      {...(verdict.applyCode !== undefined && {
        below: <ApplyCode text={verdict.applyCode} />,
      })}
      isCompact={step !== 'choose'}
      actions={
        <HoldChoices
          view={view}
          step={step}
          onStep={setStep}
          onResolve={(resolution) => {
            setStep('choose');
            send({ kind: 'resolve', scanId, resolution });
          }}
        />
      }
    >
      <Reasons verdict={verdict} timeZone={timeZone} />
    </Verdict>
  );
}

/** The next thing to do, or that the ID has been compared already. */
function nextStep({ verdict, idCompared }: View<'hold'>): JSX.Element {
  return idCompared ? (
    <Next icon="check" says={(w) => w.screen['id-compared']} />
  ) : (
    <NextSteps verdict={verdict} />
  );
}
