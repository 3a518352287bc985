import type { JSX } from 'react';
import type { GateView } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import './steady.css';

/** Step forward, then keep still: how far the measurement is, and not the value. */
export function Steady({
  view: { latestDeci, settled, countdown },
}: {
  readonly view: Extract<GateView, { kind: 'need-temperature' }>;
}): JSX.Element {
  return (
    <Verdict
      kind="need"
      word={(w) => w.screen['take-temperature']}
      countdown={countdown}
    >
      <p className="holder">
        <Both
          of={(w) =>
            w.display.traveller[
              latestDeci === undefined ? 'step-forward' : 'stand-still'
            ]
          }
        />
      </p>
      <svg className="steady" viewBox="0 0 1000 60" aria-hidden="true">
        <rect className="steady-track" width="1000" height="60" rx="30" />
        <rect
          className="steady-fill"
          width={settled * 1000}
          height="60"
          rx="30"
        />
      </svg>
    </Verdict>
  );
}
