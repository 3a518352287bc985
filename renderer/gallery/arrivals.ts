import type { Link } from '../connect/link.ts';
import { forUnknown, hold } from './links.ts';
import { badges, verdictOf, zhang } from './verdicts.ts';

const applyCode = 'https://apply.example/370000?from=gate';

/** Passes of elsewhere, where the policy steers their holders to apply. */
export const arrivalStates: Readonly<Record<string, Link>> = {
  'hold-arrival': hold(
    verdictOf('hold', 'arrival', {
      detail: 'green',
      others: ['temperature-missing'],
      advice: ['apply-here', 'test-first', 'measure-again', 'call-hotline'],
      applyCode,
      subject: { ...zhang, colourLabel: '绿码' },
      badges,
    }),
    {
      choices: ['measure-again', 'allow', 'refuse'],
      allowReasons: ['supervisor-approved'],
      refuseReasons: [
        'no-valid-pass',
        'referred-to-medical',
        'will-not-be-measured',
        'left-by-themselves',
      ],
    },
  ),
  'hold-not-recognised': hold(
    verdictOf('hold', 'not-recognised', {
      detail: 'no-edge',
      advice: ['apply-here', 'register-by-hand', 'call-hotline'],
      applyCode,
      subject: zhang,
      badges,
    }),
    forUnknown,
  ),
};
