import { useState, type JSX } from 'react';
import { fill, type Snapshot, type StaffMember } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { BadgeField, useBadgeText } from './badge-field.tsx';
import { Button } from './button.tsx';
import { PersonForm } from './person-form.tsx';
import { useDeskCommand } from './use-desk-command.ts';

export function BadgeDialog({
  person: { id, name, hasBadge },
  snapshot,
  kiosk,
  onDone,
  onClose,
}: {
  readonly person: StaffMember;
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [typed, setTyped] = useState<string>();
  const badge = useBadgeText(kiosk, snapshot, typed);
  const command = useDeskCommand(kiosk);
  const set = async (change: { readonly badge?: string }): Promise<void> => {
    const isSet = await command.send({
      kind: 'set-badge',
      staffId: id,
      ...change,
    });
    if (isSet) onDone();
  };
  return (
    <PersonForm
      title={(w) => fill(w.staff.screen['badge-for'], { name })}
      act={(w) => w.staff.screen.save}
      isReady={badge !== ''}
      command={command}
      onSubmit={() => void set({ badge })}
      onClose={onClose}
    >
      <BadgeField value={badge} onChange={setTyped} />
      {hasBadge && (
        <div className="desk-buttons">
          <Button
            weight="danger"
            says={(w) => w.staff.screen['take-badge']}
            onPress={() => void set({})}
          />
        </div>
      )}
    </PersonForm>
  );
}
