import { useId, useState, type JSX } from 'react';
import { roles, type Role, type Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { BadgeField, useBadgeText } from './badge-field.tsx';
import { Field } from './field.tsx';
import { isRepeated, NewPinFields, noPin } from './new-pin.tsx';
import { PersonForm } from './person-form.tsx';
import { useDeskCommand } from './use-desk-command.ts';

export function AddPerson({
  snapshot,
  kiosk,
  onDone,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('guard');
  const [newPin, setNewPin] = useState(noPin);
  const [typed, setTyped] = useState<string>();
  const badge = useBadgeText(kiosk, snapshot, typed);
  const command = useDeskCommand(kiosk);
  const hasPin = role !== 'guard';
  const add = async (): Promise<void> => {
    const isAdded = await command.send({
      kind: 'add-staff',
      name: name.trim(),
      role,
      ...(hasPin && { pin: newPin.pin }),
      ...(badge !== '' && { badge }),
    });
    if (isAdded) onDone(name.trim());
  };
  return (
    <PersonForm
      title={(w) => w.staff.screen['add-person']}
      act={(w) => w.staff.screen.save}
      isReady={name.trim() !== '' && (!hasPin || isRepeated(newPin))}
      command={command}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <Field
        says={(w) => w.staff.screen.name}
        hasFocus
        maxLength={40}
        value={name}
        onChange={setName}
      />
      <RoleChoice role={role} onChange={setRole} />
      {hasPin && <NewPinFields value={newPin} onChange={setNewPin} />}
      <BadgeField value={badge} onChange={setTyped} />
    </PersonForm>
  );
}

function RoleChoice({
  role,
  onChange,
}: {
  readonly role: Role;
  readonly onChange: (role: Role) => void;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset className="roles">
      <legend className="field-label">
        <Both of={(w) => w.staff.screen.role} />
      </legend>
      <div className="roles-choices">
        {roles.map((each) => (
          <label key={each} className="role">
            <input
              type="radio"
              name={name}
              checked={each === role}
              onChange={() => {
                onChange(each);
              }}
            />
            <Both of={(w) => w.staff.roles[each]} />
            <span className="role-help">
              <Both of={(w) => w.staff.roleHelp[each]} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
