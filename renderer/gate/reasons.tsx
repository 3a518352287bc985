import type { JSX } from 'react';
import { fill, type ShownVerdict } from '#kiosk/contract';
import { apart } from '../language/apart.ts';
import { Both } from '../language/language.tsx';
import { timeAt } from './time-at.ts';

const shownBesideTheFirst = 2;

/** The deciding reason large, when and where it was seen, and up to two more in one line. */
export function Reasons({
  verdict: {
    reasons: [first, ...others],
    seen,
  },
  timeZone,
}: {
  readonly verdict: ShownVerdict;
  /** Of the checkpoint, an IANA name. */
  readonly timeZone: string;
}): JSX.Element {
  const also = others.slice(0, shownBesideTheFirst);
  return (
    <div className="why">
      <p className="reason">
        <Both of={(w) => w.reasons[first.code].guard} />
      </p>
      {seen !== undefined && <SeenAt {...seen} timeZone={timeZone} />}
      {also.length > 0 && (
        <p className="reason-also">
          <Both
            of={(w) =>
              [
                w.screen.also,
                ...also.map(({ code }) => w.reasons[code].guard),
              ].join(apart)
            }
          />
        </p>
      )}
    </div>
  );
}

function SeenAt({
  atMs,
  lane,
  timeZone,
}: NonNullable<ShownVerdict['seen']> & {
  readonly timeZone: string;
}): JSX.Element {
  const time = timeAt(atMs, timeZone);
  return (
    <p className="reason-seen">
      <Both of={(w) => fill(w.screen['seen-at'], { time, lane })} />
    </p>
  );
}
