import { useEffect, type JSX } from 'react';
import { fill, type Session } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { Button } from './button.tsx';
import { duration, useElapsed } from './duration.ts';

type Running = Extract<Session, { kind: 'staff' }>;

const nearMs = 60_000;
const tellEveryMs = 10_000;

/** Who is logged in and for how long yet; doing anything here puts off the idle limit. */
export function SessionBar({
  session,
  kiosk,
  onLogOut,
}: {
  readonly session: Running;
  readonly kiosk: LiveKiosk;
  readonly onLogOut: () => void;
}): JSX.Element {
  const elapsedMs = useElapsed(session);
  const idleLeftMs = Math.max(0, session.idleLeftMs - elapsedMs);
  const totalLeftMs = Math.max(0, session.totalLeftMs - elapsedMs);
  useStaying(kiosk);
  const isTotal = totalLeftMs <= idleLeftMs;
  const leftMs = Math.min(idleLeftMs, totalLeftMs);
  return (
    <header className="session" data-near={leftMs <= nearMs}>
      <p className="session-who">
        <Icon name="staff" />
        <span className="session-person">
          <strong className="session-name">{session.name}</strong>
          <span className="session-role">
            <Both of={(w) => w.staff.roles[session.role]} />
          </span>
        </span>
      </p>
      <p className="session-left">
        <Icon name="clock" />
        <Both
          of={(w) =>
            fill(w.staff.screen[isTotal ? 'session-total' : 'session-left'], {
              time: duration(leftMs, w),
            })
          }
        />
      </p>
      <div className="desk-buttons">
        {!isTotal && (
          <Button
            says={(w) => w.staff.screen.stay}
            onPress={() => {
              void kiosk.send({ kind: 'stay' });
            }}
          />
        )}
        <Button says={(w) => w.staff.screen['log-out']} onPress={onLogOut} />
      </div>
    </header>
  );
}

/** A hand on the screen or the keys says that someone is there; told now and then, not each time. */
function useStaying(kiosk: LiveKiosk): void {
  useEffect(() => {
    let toldAtMs = performance.now();
    const tell = (event: Event): void => {
      const isOwn =
        event.target instanceof Element &&
        event.target.closest('.desk, .dialog') !== null;
      if (!isOwn || performance.now() - toldAtMs < tellEveryMs) return;
      toldAtMs = performance.now();
      void kiosk.send({ kind: 'stay' });
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, tell);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, tell);
    };
  }, [kiosk]);
}
