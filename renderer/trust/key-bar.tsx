import type { JSX } from 'react';
import type { KeyView } from '#kiosk/contract';
import { barOf, shareAt, type Axis } from './key-axis.ts';

/** From when until when a key may sign; filled, outlined, hatched or struck out by its state. */
export function KeyBar({
  axis,
  keyView,
  nowMs,
}: {
  readonly axis: Axis;
  readonly keyView: KeyView;
  readonly nowMs: number;
}): JSX.Element {
  const { start, width } = barOf(axis, keyView);
  const now = `${String(100 * shareAt(axis, nowMs))}%`;
  return (
    <svg className="key-bar" data-state={keyView.state} aria-hidden="true">
      <rect
        className="key-bar-body"
        x={`${String(100 * start)}%`}
        width={`${String(100 * width)}%`}
        y="7"
        height="18"
        rx="4"
      />
      {keyView.state === 'killed' && (
        <line
          className="key-bar-strike"
          x1={`${String(100 * start)}%`}
          x2={`${String(100 * (start + width))}%`}
          y1="16"
          y2="16"
        />
      )}
      <line className="key-bar-now" x1={now} x2={now} y1="0" y2="32" />
    </svg>
  );
}

/** The hatching of keys that have ended; once on the page, for every bar to refer to. */
export function KeyHatch(): JSX.Element {
  return (
    <svg className="key-hatch" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="key-ended"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="key-hatch-line" width="3" height="8" />
        </pattern>
      </defs>
    </svg>
  );
}
