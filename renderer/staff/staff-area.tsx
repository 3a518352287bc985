import { useState, type JSX } from 'react';
import type { Session, Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both, useBothText } from '../language/language.tsx';
import { LogScreen } from '../log/log-screen.tsx';
import { LogIn } from './log-in.tsx';
import { OwnPin } from './own-pin.tsx';
import { People } from './people.tsx';
import { SessionBar } from './session-bar.tsx';
import './desk.css';

type Running = Extract<Session, { kind: 'staff' }>;
type Tab = 'log' | 'people' | 'own-pin';

const tabs: Readonly<Record<Running['role'], readonly [Tab, ...Tab[]]>> = {
  supervisor: ['log', 'people', 'own-pin'],
  auditor: ['log', 'own-pin'],
  maintainer: ['own-pin'],
};

/** The part behind a log-in: who someone is, then what their role may see. */
export function StaffArea({
  snapshot,
  kiosk,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly onClose: () => void;
}): JSX.Element {
  const { session } = snapshot;
  const [wasHere, setWasHere] = useState(false);
  if (session.kind === 'staff' && !wasHere) setWasHere(true);
  const logOut = (): void => {
    setWasHere(false);
    void kiosk.send({ kind: 'log-out' });
    onClose();
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
          onLogOut={logOut}
        />
      )}
    </div>
  );
}

function Inside({
  snapshot,
  session,
  kiosk,
  onLogOut,
}: {
  readonly snapshot: Snapshot;
  readonly session: Running;
  readonly kiosk: LiveKiosk;
  readonly onLogOut: () => void;
}): JSX.Element {
  const own = tabs[session.role];
  const [tab, setTab] = useState<Tab>(own[0]);
  const bothText = useBothText();
  return (
    <>
      <SessionBar session={session} kiosk={kiosk} onLogOut={onLogOut} />
      <nav
        className="tabs"
        aria-label={bothText((w) => w.staff.screen['staff-area'])}
      >
        {own.map((each) => (
          <button
            key={each}
            type="button"
            className="tab"
            {...(each === tab && { 'aria-current': 'page' })}
            onClick={() => {
              setTab(each);
            }}
          >
            <Both of={(w) => w.staff.screen[each]} />
          </button>
        ))}
      </nav>
      <div className="desk-body">
        {tab === 'log' && <LogScreen snapshot={snapshot} kiosk={kiosk} />}
        {tab === 'people' && (
          <People snapshot={snapshot} kiosk={kiosk} session={session} />
        )}
        {tab === 'own-pin' && <OwnPin kiosk={kiosk} />}
      </div>
    </>
  );
}
