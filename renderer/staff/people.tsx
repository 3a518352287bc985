import { useState, type JSX } from 'react';
import {
  fill,
  type Session,
  type Snapshot,
  type StaffMember,
} from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both, type Say } from '../language/language.tsx';
import { AddPerson } from './add-person.tsx';
import { BadgeDialog } from './badge-dialog.tsx';
import { Button } from './button.tsx';
import { LockNote } from './lock-note.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { ResetPinDialog } from './reset-pin-dialog.tsx';
import { useMembers } from './use-members.ts';
import './people.css';

type Open =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'reset-pin' | 'badge' | 'remove';
      readonly person: StaffMember;
    };

/** Everyone who works here, and what a supervisor may change about them. */
export function People({
  snapshot,
  kiosk,
  session,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly session: Extract<Session, { kind: 'staff' }>;
}): JSX.Element {
  const { members, askAgain } = useMembers(kiosk);
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState<Say>();
  const close = (): void => {
    setOpen(undefined);
  };
  const finished = (word: DoneWord, name: string): void => {
    setDone(
      () => (w: Parameters<Say>[0]) => fill(w.staff.screen[word], { name }),
    );
    askAgain();
    close();
  };
  return (
    <section className="people">
      <div className="people-head">
        <h1 className="desk-title">
          <Both of={(w) => w.staff.screen.people} />
        </h1>
        <div className="done" role="status">
          {done !== undefined && (
            <>
              <Icon name="check" />
              <Both of={done} />
            </>
          )}
        </div>
        <Button
          weight="main"
          says={(w) => w.staff.screen['add-person']}
          onPress={() => {
            setOpen({ kind: 'add' });
          }}
        />
      </div>
      <table className="people-table">
        <thead>
          <tr>
            {(['name', 'role', 'badge', 'state'] as const).map((word) => (
              <th key={word} scope="col">
                <Both of={(w) => w.staff.screen[word]} />
              </th>
            ))}
            <th scope="col">
              <span className="unseen">
                <Both of={(w) => w.staff.screen.change} />
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members?.list.map((person) => (
            <tr key={person.id}>
              <th scope="row" className="people-name">
                {person.name}{' '}
                {person.id === session.staffId && (
                  <Both of={(w) => w.staff.screen.you} />
                )}
              </th>
              <td>
                <Both of={(w) => w.staff.roles[person.role]} />
              </td>
              <td>
                <Both
                  of={(w) =>
                    w.staff.screen[person.hasBadge ? 'has-badge' : 'no-badge']
                  }
                />
              </td>
              <td>
                {person.lock === undefined ? (
                  <Both of={(w) => w.staff.screen['state-fine']} />
                ) : (
                  <LockNote
                    lock={person.lock}
                    sinceMs={members.atMs}
                    onOver={askAgain}
                  />
                )}
              </td>
              <td>
                <div className="desk-buttons people-actions">
                  {person.role !== 'guard' && person.id !== session.staffId && (
                    <Button
                      says={(w) => w.staff.screen['reset-pin']}
                      onPress={() => {
                        setOpen({ kind: 'reset-pin', person });
                      }}
                    />
                  )}
                  <Button
                    says={(w) => w.staff.screen.badge}
                    onPress={() => {
                      setOpen({ kind: 'badge', person });
                    }}
                  />
                  <Button
                    weight="danger"
                    says={(w) => w.staff.screen.remove}
                    onPress={() => {
                      setOpen({ kind: 'remove', person });
                    }}
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open?.kind === 'add' && (
        <AddPerson
          snapshot={snapshot}
          kiosk={kiosk}
          onDone={(name) => {
            finished('done-added', name);
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'reset-pin' && (
        <ResetPinDialog
          person={open.person}
          kiosk={kiosk}
          onDone={() => {
            finished('done-reset', open.person.name);
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'badge' && (
        <BadgeDialog
          person={open.person}
          snapshot={snapshot}
          kiosk={kiosk}
          onDone={() => {
            finished('done-badge', open.person.name);
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'remove' && (
        <RemoveDialog
          person={open.person}
          kiosk={kiosk}
          onDone={() => {
            finished('done-removed', open.person.name);
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

type DoneWord = 'done-added' | 'done-reset' | 'done-badge' | 'done-removed';
