import type { JSX } from 'react';
import { fill, type StaffMember } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { PersonForm } from './person-form.tsx';
import { useDeskCommand } from './use-desk-command.ts';

export function RemoveDialog({
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
  const command = useDeskCommand(kiosk);
  const remove = async (): Promise<void> => {
    if (await command.send({ kind: 'remove-staff', staffId: id })) onDone();
  };
  return (
    <PersonForm
      title={(w) => fill(w.staff.screen['remove-question'], { name })}
      act={(w) => w.staff.screen.remove}
      weight="danger"
      isReady
      command={command}
      onSubmit={() => void remove()}
      onClose={onClose}
    >
      <p>
        <Both of={(w) => w.staff.screen['remove-help']} />
      </p>
    </PersonForm>
  );
}
