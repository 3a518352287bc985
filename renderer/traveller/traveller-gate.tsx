import type { JSX } from 'react';
import type { GateView } from '#kiosk/contract';
import { Idle } from '../gate/idle.tsx';
import { Both } from '../language/language.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { Decided } from './decided.tsx';
import { NotAPass } from './not-a-pass.tsx';
import { Paused } from './paused.tsx';
import { Steady } from './steady.tsx';

/** What the traveller sees of each state of the gate; keyed by scan, so nothing outlives its person. */
export function TravellerGate({
  view,
}: {
  readonly view: GateView;
}): JSX.Element {
  switch (view.kind) {
    case 'idle':
      return <Idle key="idle" isReading={false} />;
    case 'reading':
      return <Idle key="idle" isReading />;
    case 'need-temperature':
      return <Steady key={`${view.scanId} ${view.attempt}`} view={view} />;
    case 'admit':
    case 'hold':
    case 'deny':
      return <Decided key={`${view.scanId} ${view.kind}`} view={view} />;
    case 'not-a-pass':
      return <NotAPass key={view.scanId} view={view} />;
    case 'resolved':
      return (
        <Verdict
          key={`${view.scanId} resolved`}
          kind={view.by}
          word={(w) => w.screen[`${view.by}-by-guard`]}
          countdown={view.countdown}
        >
          <p className="holder">
            <Both
              of={(w) =>
                w.display.traveller[
                  view.by === 'allowed' ? 'go-ahead' : 'follow-staff'
                ]
              }
            />
          </p>
        </Verdict>
      );
    case 'device-lost':
      return <Paused why="moment" />;
    case 'out-of-service':
      return <Paused why="closed" />;
  }
}
