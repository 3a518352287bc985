import { useEffect, useId, useState, type JSX } from 'react';
import type { Snapshot, StaffMember } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { isRepeated, NewPinFields, noPin } from './new-pin.tsx';
import { Refused } from './refused.tsx';
import { useAwaitedRead } from './use-awaited-read.ts';
import { useDeskCommand } from './use-desk-command.ts';

/** Challenge out, code in, new PIN: for the day no supervisor can log in. */
export function RecoverDialog({
  snapshot,
  kiosk,
  supervisors,
  onDone,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly supervisors: readonly StaffMember[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [challenge, setChallenge] = useState('');
  const [typed, setTyped] = useState<string>();
  const [staffId, setStaffId] = useState(supervisors[0]?.id ?? '');
  const [newPin, setNewPin] = useState(noPin);
  const { send, isBusy, refusal } = useDeskCommand(kiosk);
  const read = useAwaitedRead(kiosk, snapshot, 'recovery-code');
  const code = typed ?? read ?? '';
  const ids = { code: useId(), who: useId() };
  useEffect(() => {
    // Asked again after every try: a code that was used or tried often leaves another challenge.
    if (isBusy) return;
    void kiosk.ask({ kind: 'recovery-challenge' }).then((reply) => {
      if (reply.ok) setChallenge(reply.value.challenge);
    });
  }, [kiosk, isBusy]);
  const recover = async (): Promise<void> => {
    const isDone = await send({
      kind: 'recover',
      code,
      staffId,
      newPin: newPin.pin,
    });
    if (!isDone) return;
    onDone();
    onClose();
  };
  return (
    <Dialog title={(w) => w.staff.screen.recover} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void recover();
        }}
      >
        <section className="recover-step">
          <h3 className="recover-title">
            <Both of={(w) => w.staff.screen['recover-step-1']} />
          </h3>
          <dl className="recover-facts">
            <dt>
              <Both of={(w) => w.staff.screen['checkpoint-id']} />
            </dt>
            <dd>{snapshot.checkpoint.id}</dd>
            <dt>
              <Both of={(w) => w.staff.screen.challenge} />
            </dt>
            <dd className="recover-challenge">{challenge}</dd>
          </dl>
        </section>
        <section className="recover-step">
          <label className="recover-title" htmlFor={ids.code}>
            <Both of={(w) => w.staff.screen['recover-step-2']} />
          </label>
          <textarea
            id={ids.code}
            className="field-input recover-code"
            rows={2}
            maxLength={2048}
            spellCheck={false}
            placeholder="HR1…"
            value={code}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </section>
        <section className="recover-step">
          <h3 className="recover-title">
            <Both of={(w) => w.staff.screen['recover-step-3']} />
          </h3>
          <div className="field">
            <label className="field-label" htmlFor={ids.who}>
              <Both of={(w) => w.staff.screen.supervisor} />
            </label>
            <select
              id={ids.who}
              className="field-input"
              value={staffId}
              onChange={(event) => {
                setStaffId(event.target.value);
              }}
            >
              {supervisors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <NewPinFields value={newPin} onChange={setNewPin} />
        </section>
        <Refused says={refusal} />
        <div className="desk-buttons">
          <Button
            weight="main"
            says={(w) => w.staff.screen[isBusy ? 'checking' : 'save']}
            isDisabled={isBusy || code === '' || !isRepeated(newPin)}
          />
        </div>
      </form>
    </Dialog>
  );
}
