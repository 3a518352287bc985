import type { JSX } from 'react';
import type { Reason } from '#kiosk/contract';
import { apart } from '../language/apart.ts';
import { Both } from '../language/language.tsx';

const shownBesideTheFirst = 2;

/** The deciding reason large, up to two more in one line. */
export function Reasons({
  reasons: [first, ...others],
}: {
  readonly reasons: readonly [Reason, ...Reason[]];
}): JSX.Element {
  const also = others.slice(0, shownBesideTheFirst);
  return (
    <div className="why">
      <p className="reason">
        <Both of={(w) => w.reasons[first.code].guard} />
      </p>
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
