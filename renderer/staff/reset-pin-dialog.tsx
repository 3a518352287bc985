import { useState, type JSX } from 'react';
import { fill, type StaffMember } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { isRepeated, NewPinFields, noPin } from './new-pin.tsx';
import { PersonForm } from './person-form.tsx';
import { useDeskCommand } from './use-desk-command.ts';

export function ResetPinDialog({
  person: { id, name },
  kiosk,
  onDone,
  onClose,
}: {
  readonly person: StaffMember;
  readonly kiosk: LiveKiosk;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [newPin, setNewPin] = useState(noPin);
  const command = useDeskCommand(kiosk);
  const reset = async (): Promise<void> => {
    const isReset = await command.send({
      kind: 'reset-pin',
      staffId: id,
      newPin: newPin.pin,
    });
    if (isReset) onDone();
  };
  return (
    <PersonForm
      title={(w) => fill(w.staff.screen['reset-pin-for'], { name })}
      act={(w) => w.staff.screen.save}
      isReady={isRepeated(newPin)}
      command={command}
      onSubmit={() => void reset()}
      onClose={onClose}
    >
      <NewPinFields value={newPin} onChange={setNewPin} hasFocus />
    </PersonForm>
  );
}
