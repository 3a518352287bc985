import { useState, useSyncExternalStore, type JSX } from 'react';
import type { Snapshot, Words } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';
import { Gate } from '../gate/gate.tsx';
import type { Send } from '../gate/send.ts';
import { useBothText, useLanguage } from '../language/language.tsx';
import { useSound } from '../sound/use-sound.ts';
import { DefectBoundary } from '../system/defect-boundary.tsx';
import { LinkScreen } from '../system/link-screen.tsx';
import { SystemScreen } from '../system/system-screen.tsx';
import { useWedge } from '../wedge/use-wedge.ts';
import { announcementOf } from './announce.ts';
import { BottomBar } from './bottom-bar.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { Ribbon } from './ribbon.tsx';
import { NoticeStrip, WarningStrip } from './strip.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { useRefusal, type Refusal } from './use-refusal.ts';
import { warningsOf } from './warnings.ts';
import './app.css';

/** The whole page: the bars around, one screen in the middle, whatever the state. */
export function App({ kiosk }: { readonly kiosk: LiveKiosk }): JSX.Element {
  const link = useSyncExternalStore(kiosk.subscribe, kiosk.link);
  const snapshot = link.kind === 'live' ? link.snapshot : undefined;
  const { send, refusal } = useRefusal(kiosk);
  const { sound, toggleSound } = useSound(snapshot?.gate);
  const { switchLanguage } = useLanguage();
  const [isPanelOpen, setPanelOpen] = useState(false);
  const isDemo = snapshot?.demo !== undefined;
  const togglePanel = (): void => {
    setPanelOpen(!isPanelOpen);
  };
  useWedge({
    captured: (text) => {
      send({ kind: 'capture', text, source: 'wedge' });
    },
    inputMethodSeen: () => {
      send({ kind: 'report-input-method' });
    },
  });
  useKeys({ F6: toggleSound, F7: switchLanguage });
  return (
    <div className="kiosk">
      <TopBar
        checkpoint={checkpointOf(link)}
        clock={
          link.kind === 'live'
            ? { clock: link.snapshot.clock, atMs: link.atMs }
            : undefined
        }
        sound={sound}
        onSound={toggleSound}
        {...(isDemo && { onDemoPanel: togglePanel })}
      />
      <Strip snapshot={snapshot} refusal={refusal} />
      <div className="middle">
        <main className="stage">
          <DefectBoundary>
            <Screen link={link} send={send} />
          </DefectBoundary>
          {snapshot?.profile === 'demo' && <Ribbon />}
        </main>
        {snapshot?.demo !== undefined && isPanelOpen && (
          <DemoPanel
            people={snapshot.demo.people}
            send={send}
            onClose={togglePanel}
          />
        )}
      </div>
      <BottomBar snapshot={snapshot} />
      <Announcer link={link} />
    </div>
  );
}

function Screen({
  link,
  send,
}: {
  readonly link: Link;
  readonly send: Send;
}): JSX.Element {
  if (link.kind !== 'live') return <LinkScreen link={link} />;
  const { snapshot } = link;
  switch (snapshot.state) {
    case 'unconfigured':
      return (
        <SystemScreen
          kind="unset"
          word={(w) => w.screen['first-run']}
          wayBack={(w) => w.screen['needs-configuration']}
        />
      );
    case 'revoked':
      return (
        <SystemScreen
          kind="closed"
          word={(w) => w.states.revoked.label}
          wayBack={(w) => w.states.revoked.warning}
        />
      );
    case 'demo':
    case 'ready':
      return <Gate snapshot={snapshot} send={send} />;
  }
}

/** One strip at a time: an answer to the guard before a warning. */
function Strip({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot | undefined;
  readonly refusal: Refusal | undefined;
}): JSX.Element | null {
  if (refusal !== undefined) {
    return <NoticeStrip says={(w) => refusalText(refusal, w)} />;
  }
  const notice = snapshot?.notice;
  if (notice !== undefined) {
    return <NoticeStrip says={(w) => w.notices[notice]} />;
  }
  const [first, ...others] = snapshot === undefined ? [] : warningsOf(snapshot);
  return first === undefined ? null : (
    <WarningStrip warnings={[first, ...others]} />
  );
}

/** Always in the page, for a live region only speaks when its text changes. */
function Announcer({ link }: { readonly link: Link }): JSX.Element {
  const bothText = useBothText();
  return (
    <div className="unseen" role="alert" aria-atomic="true">
      {bothText((w) => announcementOf(link, w))}
    </div>
  );
}

function checkpointOf(link: Link): Snapshot['checkpoint'] | undefined {
  if (link.kind === 'live') return link.snapshot.checkpoint;
  return link.kind === 'interrupted' ? link.checkpoint : undefined;
}

function refusalText(refusal: Refusal, words: Words): string {
  return refusal === 'no-answer'
    ? words.screen['no-answer']
    : words.contractErrors[refusal];
}
