import { useEffect, useRef, useState, type JSX } from 'react';
import { fill, type SetupStep, type Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both, useLanguage } from '../language/language.tsx';
import { BundleStep } from './bundle-step.tsx';
import { ScannerStep, ThermometerStep } from './device-steps.tsx';
import {
  choiceOf,
  emptyDraft,
  faultsOf,
  stepOf,
  steps,
  type Draft,
  type Faults,
} from './draft.ts';
import { LanguageStep } from './language-step.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { LaneStep, PlaceStep, SiteTypeStep } from './place-steps.tsx';
import { Rail } from './rail.tsx';
import { Refused, type Refusal } from './refused.tsx';
import type { StepParts } from './step.ts';
import { SummaryStep } from './summary-step.tsx';
import { SupervisorStep } from './supervisor-step.tsx';
import { TestStep } from './test-step.tsx';

/** Asks one thing after the other; nothing leaves the page before the last button, and a reload forgets all. */
export function Wizard({
  kiosk,
  snapshot,
}: {
  readonly kiosk: LiveKiosk;
  readonly snapshot: Snapshot;
}): JSX.Element {
  const { language } = useLanguage();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [step, setStep] = useState<SetupStep>('language');
  const [reached, setReached] = useState(0);
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const at = steps.indexOf(step);

  const goTo = (next: SetupStep): void => {
    setStep(next);
    setReached(Math.max(reached, steps.indexOf(next)));
    setFaults({});
  };
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setFaults({});
    setRefusal(undefined);
  };
  const leave = async (): Promise<void> => {
    const found = { ...faultsOf(step, draft) };
    if (step === 'supervisor' && found['pin'] === undefined) {
      const { pin } = draft;
      const reply = await kiosk.ask({ kind: 'check-pin', pin });
      if (!reply.ok) found['pin'] = 'not-answered';
      else if (reply.value === 'weak') found['pin'] = 'setup.weak-pin';
    }
    setFaults(found);
    const next = steps[at + 1];
    if (next !== undefined && Object.keys(found).length === 0) goTo(next);
  };
  const write = async (): Promise<void> => {
    const choice = choiceOf(draft, language);
    if (choice === undefined) return;
    const answer = await kiosk.send({ kind: 'complete-setup', choice });
    if (answer.ok) return;
    goTo(stepOf(answer.error));
    setRefusal(answer.error);
  };
  const proceed = async (): Promise<void> => {
    setBusy(true);
    await (step === 'summary' ? write() : leave());
    setBusy(false);
  };

  return (
    <form
      className="setup"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void proceed();
      }}
    >
      <Rail step={step} reached={reached} goTo={goTo} />
      <div className="setup-page">
        <Head step={step} at={at} />
        <div className="setup-body" key={step}>
          <Refused refusal={refusal} />
          <Step
            step={step}
            goTo={goTo}
            parts={{ draft, change, faults, kiosk, snapshot }}
          />
        </div>
        <div className="setup-foot">
          {at > 0 && (
            <button
              type="button"
              className="setup-go"
              data-weight="secondary"
              disabled={isBusy}
              onClick={() => {
                goTo(steps[at - 1] ?? step);
              }}
            >
              <Both of={(w) => w.setup.screen.back} />
            </button>
          )}
          <button type="submit" className="setup-go" disabled={isBusy}>
            <Both
              of={({ setup: { screen } }) => {
                if (step !== 'summary') return screen.next;
                return isBusy ? screen.writing : screen.write;
              }}
            />
          </button>
        </div>
      </div>
    </form>
  );
}

/** Takes the focus with every step, so that keys and voices begin at its top. */
function Head({
  step,
  at,
}: {
  readonly step: SetupStep;
  readonly at: number;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [step]);
  return (
    <header className="setup-head">
      <p className="setup-count">
        <Both
          of={(w) =>
            fill(w.setup.screen['step-of'], { n: at + 1, of: steps.length })
          }
        />
      </p>
      <h1 className="setup-title" ref={heading} tabIndex={-1}>
        <Both of={(w) => w.setup.steps[step].title} />
      </h1>
      <p className="setup-help">
        <Both of={(w) => w.setup.steps[step].help} />
      </p>
    </header>
  );
}

function Step({
  step,
  parts,
  goTo,
}: {
  readonly step: SetupStep;
  readonly parts: StepParts;
  readonly goTo: (step: SetupStep) => void;
}): JSX.Element {
  switch (step) {
    case 'language':
      return <LanguageStep />;
    case 'site-type':
      return <SiteTypeStep {...parts} />;
    case 'place':
      return <PlaceStep {...parts} />;
    case 'lane':
      return <LaneStep {...parts} />;
    case 'bundle':
      return <BundleStep {...parts} />;
    case 'supervisor':
      return <SupervisorStep {...parts} />;
    case 'passphrase':
      return <PassphraseStep {...parts} />;
    case 'scanner':
      return <ScannerStep {...parts} />;
    case 'test':
      return <TestStep {...parts} />;
    case 'thermometer':
      return <ThermometerStep {...parts} />;
    case 'summary':
      return <SummaryStep {...parts} goTo={goTo} />;
  }
}
