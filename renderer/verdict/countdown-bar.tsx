import type { CSSProperties, JSX } from 'react';
import type { Countdown } from '#kiosk/contract';
import { useBothText } from '../language/language.tsx';
import { shareOf } from './share-of.ts';

/** A bar that runs down to the moment the screen returns by itself. */
export function CountdownBar({
  countdown: { leftMs, wholeMs },
}: {
  readonly countdown: Countdown;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <div
      className="countdown"
      role="timer"
      aria-label={bothText((w) => w.screen.countdown)}
    >
      {/* A new amount left starts the run afresh. */}
      <div
        key={leftMs}
        className="countdown-run"
        style={runningDown(leftMs, shareOf(leftMs, wholeMs))}
      />
    </div>
  );
}

function runningDown(leftMs: number, share: number): CSSProperties {
  // React's type knows no custom properties.
  return {
    animationDuration: `${leftMs}ms`,
    '--share': share,
  } as CSSProperties;
}
