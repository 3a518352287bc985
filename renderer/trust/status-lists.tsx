import type { JSX } from 'react';
import { fill, type ListView } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import type { ZoneTime } from '../log/zone-time.ts';
import { shortWhenOf } from './when.ts';

/** How much each status list of an issuer covers, how old it is, and what it says against passes. */
export function StatusLists({
  lists,
  nowMs,
  zone,
}: {
  readonly lists: readonly ListView[];
  readonly nowMs: number;
  readonly zone: ZoneTime;
}): JSX.Element {
  if (lists.length === 0)
    return <Both of={(w) => w.trust.screen['no-lists']} />;
  return (
    <ul className="lists">
      {lists.map(({ list, asOfMs, entries, hold, revoked, changed }) => (
        <li key={list}>
          <Both
            of={(w) =>
              [
                fill(w.trust.screen.list, { n: list }),
                fill(w.trust.screen.entries, { n: grouped(entries) }),
              ].join(' · ')
            }
          />
          <Both
            of={(w) =>
              [
                fill(w.trust.screen['on-hold'], { n: grouped(hold) }),
                fill(w.trust.screen.revoked, { n: grouped(revoked) }),
                fill(w.trust.screen.changed, { n: grouped(changed) }),
              ].join(' · ')
            }
          />
          <time className="lists-when">{shortWhenOf(zone, asOfMs, nowMs)}</time>
        </li>
      ))}
    </ul>
  );
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
