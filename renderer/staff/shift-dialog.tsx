import type { JSX } from 'react';
import { fill, type Snapshot } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Refused } from './refused.tsx';
import { useDeskCommand } from './use-desk-command.ts';
import { useMembers } from './use-members.ts';
import './log-in.css';

/** Who is on duty at this lane; needs no login, and a badge before the scanner does the same. */
export function ShiftDialog({
  snapshot: { shift },
  kiosk,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly onClose: () => void;
}): JSX.Element {
  const { members } = useMembers(kiosk);
  const { send, isBusy, refusal } = useDeskCommand(kiosk);
  const choose = async (staffId: string): Promise<void> => {
    if (await send({ kind: 'start-shift', staffId })) onClose();
  };
  const end = async (): Promise<void> => {
    if (await send({ kind: 'end-shift' })) onClose();
  };
  return (
    <Dialog title={(w) => w.staff.screen['shift-who']} onClose={onClose}>
      <div className="dialog-form">
        <p>
          <Both
            of={(w) =>
              members?.list.length === 0
                ? w.staff.screen['shift-nobody']
                : w.staff.screen['shift-help']
            }
          />
        </p>
        {shift !== undefined && (
          <div className="shift-now">
            <p className="done">
              <Icon name="check" />
              <Both
                of={(w) =>
                  fill(w.staff.screen['shift-now'], { name: shift.name })
                }
              />
            </p>
            <Button
              says={(w) => w.staff.screen['end-shift']}
              isDisabled={isBusy}
              onPress={() => void end()}
            />
          </div>
        )}
        <ul className="tiles">
          {members?.list.map(({ id, name, role }) => (
            <li key={id}>
              <button
                type="button"
                className="tile"
                disabled={isBusy || id === shift?.staffId}
                onClick={() => void choose(id)}
              >
                <Icon name="staff" />
                <span className="tile-text">
                  <span className="tile-name">{name}</span>
                  <span className="tile-role">
                    <Both of={(w) => w.staff.roles[role]} />
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Refused says={refusal} />
      </div>
    </Dialog>
  );
}
