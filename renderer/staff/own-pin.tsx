import { useState, type JSX } from 'react';
import { Icon } from '../app/icon.tsx';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { isRepeated, NewPinFields, noPin } from './new-pin.tsx';
import { Refused } from './refused.tsx';
import { useDeskCommand } from './use-desk-command.ts';

export function OwnPin({ kiosk }: { readonly kiosk: LiveKiosk }): JSX.Element {
  const [oldPin, setOldPin] = useState('');
  const [newPin, setNewPin] = useState(noPin);
  const [isDone, setDone] = useState(false);
  const { send, isBusy, refusal } = useDeskCommand(kiosk);
  const change = async (): Promise<void> => {
    setDone(false);
    const isChanged = await send({
      kind: 'change-own-pin',
      oldPin,
      newPin: newPin.pin,
    });
    setOldPin('');
    if (!isChanged) return;
    setNewPin(noPin);
    setDone(true);
  };
  return (
    <form
      className="own-pin"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <h1 className="desk-title">
        <Both of={(w) => w.staff.screen['change-pin']} />
      </h1>
      <Field
        says={(w) => w.staff.screen['old-pin']}
        isSecret
        value={oldPin}
        onChange={setOldPin}
      />
      <NewPinFields value={newPin} onChange={setNewPin} />
      <Refused says={refusal} />
      {isDone && (
        <p className="done" role="status">
          <Icon name="check" />
          <Both of={(w) => w.staff.screen['pin-changed']} />
        </p>
      )}
      <div className="desk-buttons">
        <Button
          weight="main"
          says={(w) => w.staff.screen[isBusy ? 'checking' : 'change-pin']}
          isDisabled={isBusy || oldPin === '' || !isRepeated(newPin)}
        />
      </div>
    </form>
  );
}
