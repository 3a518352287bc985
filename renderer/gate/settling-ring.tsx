import type { JSX } from 'react';
import { useBothText } from '../language/language.tsx';
import { degrees } from './degrees.ts';
import './settling-ring.css';

/** The live value inside a ring that fills while the samples agree. */
export function SettlingRing({
  latestDeci,
  settled,
}: {
  readonly latestDeci?: number;
  /** 0 to 1. */
  readonly settled: number;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <div className="ring">
      <svg className="ring-drawing" viewBox="0 0 560 560" aria-hidden="true">
        <circle className="ring-track" cx="280" cy="280" r="256" />
        <circle
          className="ring-fill"
          cx="280"
          cy="280"
          r="256"
          pathLength="1"
          style={{ strokeDashoffset: 1 - settled }}
        />
      </svg>
      <p
        className="ring-value"
        role="meter"
        aria-label={bothText((w) => w.screen.temperature)}
        aria-valuemin={30}
        aria-valuemax={45}
        aria-valuenow={latestDeci === undefined ? 30 : latestDeci / 10}
      >
        <span className="ring-degrees">
          {latestDeci === undefined ? '––.–' : degrees(latestDeci)}
        </span>
        <span className="ring-unit">°C</span>
      </p>
    </div>
  );
}
