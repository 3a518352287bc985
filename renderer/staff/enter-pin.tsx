import { useEffect, useId, useRef, useState, type JSX } from 'react';
import type { StaffMember } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { Button } from './button.tsx';
import { LockNote } from './lock-note.tsx';
import { PinPad } from './pin-pad.tsx';
import { Refused } from './refused.tsx';
import { useDeskCommand } from './use-desk-command.ts';
import type { Members } from './use-members.ts';

/**
 * A PIN by keyboard or by touch. It is a field of text, so that the wedge tells a scanner from hands
 * by speed and takes out again what a scanner typed into it.
 */
export function EnterPin({
  person,
  members,
  kiosk,
  onRefused,
  onBack,
}: {
  readonly person: StaffMember;
  readonly members: Members;
  readonly kiosk: LiveKiosk;
  readonly onRefused: () => void;
  readonly onBack: () => void;
}): JSX.Element {
  const [pin, setPin] = useState('');
  const { send, isBusy, refusal } = useDeskCommand(kiosk);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isLocked = person.lock !== undefined;
  useEffect(() => {
    field.current?.focus();
  }, []);
  const logIn = async (): Promise<void> => {
    const isIn = await send({ kind: 'log-in', staffId: person.id, pin });
    setPin('');
    if (isIn) return;
    onRefused();
    field.current?.focus();
  };
  return (
    <form
      className="enter-pin"
      onSubmit={(event) => {
        event.preventDefault();
        if (isCode(pin)) setPin('');
        else if (pin !== '' && !isBusy && !isLocked) void logIn();
      }}
    >
      <div className="enter-pin-who">
        <h1 className="desk-title">{person.name}</h1>
        <p className="tile-role">
          <Both of={(w) => w.staff.roles[person.role]} />
        </p>
        <label className="field-label" htmlFor={id}>
          <Both of={(w) => w.staff.screen['enter-pin']} />
        </label>
        <input
          id={id}
          ref={field}
          className="field-input enter-pin-field"
          type="password"
          inputMode="none"
          autoComplete="one-time-code"
          maxLength={64}
          value={pin}
          onChange={(event) => {
            setPin(event.target.value);
          }}
        />
        {person.lock !== undefined && (
          <LockNote
            lock={person.lock}
            sinceMs={members.atMs}
            onOver={onRefused}
          />
        )}
        <Refused says={isLocked ? undefined : refusal} />
        <div className="desk-buttons">
          <Button
            weight="main"
            says={(w) => w.staff.screen[isBusy ? 'checking' : 'log-in']}
            isDisabled={pin === '' || isBusy || isLocked}
          />
          <Button
            says={(w) => w.staff.screen['someone-else']}
            onPress={onBack}
          />
        </div>
      </div>
      <PinPad
        onDigit={(digit) => {
          setPin((before) => before + digit);
        }}
        onErase={() => {
          setPin((before) => before.slice(0, -1));
        }}
      />
    </form>
  );
}

/** A pass that a scanner too slow to be told from hands has typed; it must not count as a wrong PIN. */
function isCode(text: string): boolean {
  return /^h[a-z]\d/i.test(text);
}
