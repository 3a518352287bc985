import { useSyncExternalStore, type JSX } from 'react';
import { Place } from '../app/place.tsx';
import { Ribbon } from '../app/ribbon.tsx';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';
import { DefectBoundary } from '../system/defect-boundary.tsx';
import { Paused } from './paused.tsx';
import { TravellerGate } from './traveller-gate.tsx';
import './traveller.css';

/**
 * The window that faces the traveller: the same outcome at the same moment, in the holder's words.
 * It only looks. It sends nothing, has nothing to press, and shows no count and no full name.
 */
export function Traveller({
  kiosk,
}: {
  readonly kiosk: Pick<LiveKiosk, 'link' | 'subscribe'>;
}): JSX.Element {
  const link = useSyncExternalStore(kiosk.subscribe, kiosk.link);
  const snapshot = link.kind === 'live' ? link.snapshot : undefined;
  return (
    <div className="kiosk traveller">
      {snapshot !== undefined && snapshot.state !== 'unconfigured' && (
        <header className="bar">
          <Place checkpoint={snapshot.checkpoint} />
        </header>
      )}
      <main className="stage">
        <DefectBoundary instead={<Paused why="moment" />}>
          <Screen link={link} />
        </DefectBoundary>
        {snapshot?.profile === 'demo' && <Ribbon />}
      </main>
    </div>
  );
}

function Screen({ link }: { readonly link: Link }): JSX.Element {
  switch (link.kind) {
    case 'live':
      break;
    case 'connecting':
      return <Paused why="start" />;
    case 'interrupted':
      return <Paused why="moment" />;
    case 'other-version':
      return <Paused why="moment" forStaff={(w) => w.screen['reload-page']} />;
    case 'turned-away':
      return <Paused why="moment" forStaff={(w) => w.screen['open-address']} />;
  }
  switch (link.snapshot.state) {
    case 'unconfigured':
    case 'revoked':
      return <Paused why="closed" />;
    case 'demo':
    case 'ready':
      return <TravellerGate view={link.snapshot.gate} />;
  }
}
