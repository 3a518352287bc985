import type { JSX } from 'react';
import type { HeldView } from '#kiosk/contract';
import { fill, type Freshness } from '#kiosk/contract';
import { RungBadge } from '../app/rung.tsx';
import { saySpan } from '../app/say-span.ts';
import { Both, type Say } from '../language/language.tsx';
import { ladderPlace, rungs, type Rung } from './ladder-place.ts';

type Held = Exclude<Freshness, { readonly rung: 'none' }>;

/** The rungs with their figures, and where the age of what is held stands among them now. */
export function Ladder({
  freshness: { rung, ageMs },
  ladder,
}: {
  readonly freshness: Held;
  readonly ladder: HeldView['ladder'];
}): JSX.Element {
  const place = ladderPlace(rung, ageMs, ladder);
  return (
    <section className="ladder">
      <h2 className="unseen">
        <Both of={(w) => w.trust.screen.ladder} />
      </h2>
      <div className="ladder-scale">
        <p
          className="ladder-now"
          data-side={place < 0.5 ? 'start' : 'end'}
          style={
            place < 0.5
              ? { left: `${String(100 * place)}%` }
              : { right: `${String(100 * (1 - place))}%` }
          }
        >
          <Both
            of={(w) =>
              fill(w.trust.screen['age-now'], { age: saySpan(ageMs, w) })
            }
          />
        </p>
        <ol className="ladder-rungs">
          {rungs.map((each) => (
            <li
              key={each}
              className="ladder-rung"
              data-rung={each}
              {...(each === rung && { 'aria-current': 'step' })}
            >
              <div className="ladder-field" />
              <div className="ladder-says">
                <RungBadge rung={each} />
                <span className="ladder-until">
                  <Both of={limitOf(each, ladder)} />
                </span>
              </div>
              <p className="ladder-means">
                <Both of={(w) => w.trust.rungs[each]} />
              </p>
            </li>
          ))}
        </ol>
        <span
          className="ladder-marker"
          style={{ left: `${String(100 * place)}%` }}
        />
      </div>
    </section>
  );
}

function limitOf(rung: Rung, ladder: HeldView['ladder']): Say {
  const { normalMs, bannerMs, holdMs } = ladder;
  switch (rung) {
    case 'normal':
      return (w) => `≤ ${saySpan(normalMs, w)}`;
    case 'banner':
      return (w) => `≤ ${saySpan(bannerMs, w)}`;
    case 'hold':
      return (w) => `≤ ${saySpan(holdMs, w)}`;
    case 'expired':
      return (w) => `> ${saySpan(holdMs, w)}`;
  }
}
