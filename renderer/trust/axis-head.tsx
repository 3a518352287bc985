import type { JSX } from 'react';
import { Both } from '../language/language.tsx';
import type { ZoneTime } from '../log/zone-time.ts';
import { shareAt, ticksOf, type Axis } from './key-axis.ts';

/** The months above the bars, and where now is; the dates beside each bar say the same in figures. */
export function AxisHead({
  axis,
  nowMs,
  zone,
}: {
  readonly axis: Axis;
  readonly nowMs: number;
  readonly zone: ZoneTime;
}): JSX.Element {
  return (
    <div className="axis" aria-hidden="true">
      <span
        className="axis-now"
        style={{ left: `${String(100 * shareAt(axis, nowMs))}%` }}
      >
        <Both of={(w) => w.trust.screen.now} />
      </span>
      {ticksOf(axis, zone).map(({ at, month }) => (
        <span
          key={month}
          className="axis-tick"
          style={{ left: `${String(100 * at)}%` }}
        >
          {at > endsShare && at < 1 - endsShare ? month : ''}
        </span>
      ))}
    </div>
  );
}

/** So near the ends a label would be cut. */
const endsShare = 0.08;
