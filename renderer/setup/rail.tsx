import type { JSX } from 'react';
import type { SetupStep } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both, useBothText } from '../language/language.tsx';
import { steps } from './draft.ts';

/** Where one is, and the way back to any step that was reached. */
export function Rail({
  step,
  reached,
  goTo,
}: {
  readonly step: SetupStep;
  /** The furthest step so far, by its place. */
  readonly reached: number;
  readonly goTo: (step: SetupStep) => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <nav
      className="setup-rail"
      aria-label={bothText((w) => w.setup.screen.progress)}
    >
      <p className="setup-welcome">
        <Both of={(w) => w.setup.screen.welcome} />
      </p>
      <ol className="setup-steps">
        {steps.map((each, at) => (
          <li key={each}>
            <button
              type="button"
              className="setup-step"
              disabled={at > reached}
              {...(each === step && { 'aria-current': 'step' as const })}
              onClick={() => {
                goTo(each);
              }}
            >
              <span className="setup-step-mark">
                {at < reached && each !== step ? <Icon name="check" /> : at + 1}
              </span>
              <Both of={(w) => w.setup.steps[each].title} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
