import type { JSX } from 'react';
import { Both, type Say } from '../language/language.tsx';
import type { VerdictKind } from '../verdict/kind.ts';
import { Verdict } from '../verdict/verdict.tsx';

/** Nobody is judged here now; whoever stands here is told where to turn, and never an old verdict. */
export function Paused({
  why,
  forStaff,
}: {
  readonly why: 'start' | 'moment' | 'closed';
  /** What the staff have to do about it. */
  readonly forStaff?: Say;
}): JSX.Element {
  return (
    <Verdict
      kind={kinds[why]}
      word={(w) =>
        why === 'closed' ? w.screen['lane-closed'] : w.screen['one-moment']
      }
    >
      <p className="holder">
        <Both
          of={(w) =>
            why === 'closed'
              ? w.screen['other-lane']
              : w.display.traveller['follow-staff']
          }
        />
      </p>
      {forStaff !== undefined && (
        <p className="note">
          <Both of={forStaff} />
        </p>
      )}
    </Verdict>
  );
}

const kinds: Readonly<Record<'start' | 'moment' | 'closed', VerdictKind>> = {
  start: 'waiting',
  moment: 'lost',
  closed: 'closed',
};
