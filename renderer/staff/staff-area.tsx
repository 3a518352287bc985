import { useState, type JSX } from 'react';
import type { Session, Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both, useBothText, type Say } from '../language/language.tsx';
import { LogScreen } from '../log/log-screen.tsx';
import { TrustScreen } from '../trust/trust-screen.tsx';
import { LogIn } from './log-in.tsx';
import { OwnPin } from './own-pin.tsx';
import { People } from './people.tsx';
import { SessionBar } from './session-bar.tsx';
import './desk.css';

type Running = Extract<Session, { kind: 'staff' }>;
/** One part of what is behind a log-in. */
export type Tab = 'log' | 'people' | 'trust' | 'own-pin';

const tabs: Readonly<Record<Running['role'], readonly [Tab, ...Tab[]]>> = {
  supervisor: ['log', 'people', 'trust', 'own-pin'],
  auditor: ['log', 'trust', 'own-pin'],
  maintainer: ['trust', 'own-pin'],
};

/** The part behind a log-in: who someone is, then what their role may see. */
export function StaffArea({
  snapshot,
  kiosk,
  tab,
  onTab,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  /** The one asked for; the first of the role where none is, or another's. */
  readonly tab: Tab | undefined;
  readonly onTab: (tab: Tab) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { session } = snapshot;
  const [wasHere, setWasHere] = useState(false);
  if (session.kind === 'staff' && !wasHere) setWasHere(true);
  const leave = (): void => {
    setWasHere(false);
    void kiosk.send({ kind: 'log-out' });
  };
  return (
    <div className="desk">
      {session.kind === 'nobody' ? (
        <LogIn snapshot={snapshot} kiosk={kiosk} hasEnded={wasHere} />
      ) : (
        <Inside
          key={session.staffId}
          snapshot={snapshot}
          session={session}
          kiosk={kiosk}
          tab={tab}
          onTab={onTab}
          onLeave={leave}
          onClose={onClose}
        />
      )}
    </div>
  );
}

function Inside({
  snapshot,
  session,
  kiosk,
  tab: asked,
  onTab,
  onLeave,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly session: Running;
  readonly kiosk: LiveKiosk;
  readonly tab: Tab | undefined;
  readonly onTab: (tab: Tab) => void;
  /** Ends the session; someone else may log in at once. */
  readonly onLeave: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const tab = tabFor(session.role, asked);
  const bothText = useBothText();
  return (
    <>
      <SessionBar
        session={session}
        kiosk={kiosk}
        onLogOut={() => {
          onLeave();
          onClose();
        }}
      />
      <nav
        className="tabs"
        aria-label={bothText((w) => w.staff.screen['staff-area'])}
      >
        {tabs[session.role].map((each) => (
          <button
            key={each}
            type="button"
            className="tab"
            {...(each === tab && { 'aria-current': 'page' })}
            onClick={() => {
              onTab(each);
            }}
          >
            <Both of={titleOf(each)} />
          </button>
        ))}
      </nav>
      <div className="desk-body">
        {tab === 'log' && <LogScreen snapshot={snapshot} kiosk={kiosk} />}
        {tab === 'people' && (
          <People snapshot={snapshot} kiosk={kiosk} session={session} />
        )}
        {tab === 'trust' && (
          <TrustScreen
            snapshot={snapshot}
            kiosk={kiosk}
            onLogIn={onLeave}
            onClose={onClose}
          />
        )}
        {tab === 'own-pin' && <OwnPin kiosk={kiosk} />}
      </div>
    </>
  );
}

/** The tab asked for, or the first of the role. */
export function tabFor(role: Running['role'], asked: Tab | undefined): Tab {
  const own = tabs[role];
  return own.find((each) => each === asked) ?? own[0];
}

function titleOf(tab: Tab): Say {
  return (w) => (tab === 'trust' ? w.trust.screen.title : w.staff.screen[tab]);
}
