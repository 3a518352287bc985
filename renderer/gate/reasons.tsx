import type { JSX } from 'react';
import { fill, type ShownVerdict, type Words } from '#kiosk/contract';
import { apart } from '../language/apart.ts';
import { Both } from '../language/language.tsx';
import { timeAt } from './time-at.ts';

const shownBesideTheFirst = 2;

/**
 * The deciding reason large, and up to two more in one line; when and where it was seen stands with the
 * reason that says so.
 */
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
      {seen !== undefined && isOfBefore(first.code) && (
        <p className="reason-seen">
          <Both of={(w) => seenAt(seen, timeZone, w)} />
        </p>
      )}
      {also.length > 0 && (
        <p className="reason-also">
          <Both
            of={(w) =>
              [
                w.screen.also,
                ...also.map(({ code }) =>
                  seen !== undefined && isOfBefore(code)
                    ? `${w.reasons[code].guard} ${seenAt(seen, timeZone, w)}`
                    : w.reasons[code].guard,
                ),
              ].join(apart)
            }
          />
        </p>
      )}
    </div>
  );
}

/** Whether it says that the same pass or presentation was there before. */
function isOfBefore(code: ShownVerdict['reasons'][number]['code']): boolean {
  return code === 'seen-again' || code === 'replay';
}

function seenAt(
  { atMs, lane }: NonNullable<ShownVerdict['seen']>,
  timeZone: string,
  w: Words,
): string {
  return fill(w.screen['seen-at'], { time: timeAt(atMs, timeZone), lane });
}
