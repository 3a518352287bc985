import { useState, type JSX } from 'react';
import { fill, type Snapshot, type StaffMember } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { Button } from './button.tsx';
import { EnterPin } from './enter-pin.tsx';
import { LockNote } from './lock-note.tsx';
import { RecoverDialog } from './recover-dialog.tsx';
import { useMembers, type Members } from './use-members.ts';
import './log-in.css';

/** First who, then the PIN; guards have none and are not asked. */
export function LogIn({
  snapshot,
  kiosk,
  hasEnded,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  /** A session was here and ended by itself. */
  readonly hasEnded: boolean;
}): JSX.Element {
  const { members, askAgain } = useMembers(kiosk);
  const [chosenId, setChosenId] = useState<string>();
  const [isRecovering, setRecovering] = useState(false);
  const [hasRecovered, setRecovered] = useState(false);
  const people = members?.list.filter(({ role }) => role !== 'guard') ?? [];
  const chosen = people.find(({ id }) => id === chosenId);
  return (
    <div className="log-in">
      {hasEnded && (
        <p className="log-in-note" role="status">
          <Icon name="clock" />
          <Both of={(w) => w.staff.screen['session-ended']} />
        </p>
      )}
      {hasRecovered && (
        <p className="log-in-note" role="status">
          <Icon name="check" />
          <Both of={(w) => w.staff.screen.recovered} />
        </p>
      )}
      {chosen === undefined || members === undefined ? (
        <ChooseName
          people={people}
          members={members}
          onChoose={setChosenId}
          onLockOver={askAgain}
        />
      ) : (
        <EnterPin
          key={chosen.id}
          person={chosen}
          members={members}
          kiosk={kiosk}
          onRefused={askAgain}
          onBack={() => {
            setChosenId(undefined);
          }}
        />
      )}
      {snapshot.demo !== undefined && (
        <p className="log-in-demo">
          <Both
            of={(w) =>
              fill(w.staff.screen['demo-pin'], {
                pin: snapshot.demo?.supervisorPin ?? '',
              })
            }
          />
        </p>
      )}
      {people.length > 0 && (
        <footer className="log-in-foot">
          <p className="log-in-help">
            <strong>
              <Both of={(w) => w.staff.screen.forgot} />
            </strong>
            <Both of={(w) => w.staff.screen['forgot-help']} />
          </p>
          <Button
            says={(w) => w.staff.screen.recover}
            onPress={() => {
              setRecovering(true);
            }}
          />
        </footer>
      )}
      {isRecovering && (
        <RecoverDialog
          snapshot={snapshot}
          kiosk={kiosk}
          supervisors={people.filter(({ role }) => role === 'supervisor')}
          onDone={() => {
            setRecovered(true);
            askAgain();
          }}
          onClose={() => {
            setRecovering(false);
          }}
        />
      )}
    </div>
  );
}

function ChooseName({
  people,
  members,
  onChoose,
  onLockOver,
}: {
  readonly people: readonly StaffMember[];
  readonly members: Members | undefined;
  readonly onChoose: (id: string) => void;
  readonly onLockOver: () => void;
}): JSX.Element {
  if (members !== undefined && people.length === 0)
    return (
      <section className="log-in-empty">
        <h1 className="desk-title">
          <Both of={(w) => w.staff.screen['nobody-with-pin']} />
        </h1>
        <p>
          <Both of={(w) => w.staff.screen['nobody-with-pin-help']} />
        </p>
      </section>
    );
  return (
    <>
      <h1 className="desk-title">
        <Both of={(w) => w.staff.screen['who-are-you']} />
      </h1>
      <ul className="tiles">
        {people.map(({ id, name, role, lock }) => (
          <li key={id}>
            <button
              type="button"
              className="tile"
              onClick={() => {
                onChoose(id);
              }}
            >
              <Icon name="staff" />
              <span className="tile-text">
                <span className="tile-name">{name}</span>
                <span className="tile-role">
                  <Both of={(w) => w.staff.roles[role]} />
                </span>
                {lock !== undefined && members !== undefined && (
                  <LockNote
                    lock={lock}
                    sinceMs={members.atMs}
                    onOver={onLockOver}
                  />
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
