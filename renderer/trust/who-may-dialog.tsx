import type { JSX } from 'react';
import { Both } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';
import { Dialog } from '../staff/dialog.tsx';

/** Says whose part it is, and leads there. */
export function WhoMayDialog({
  what,
  onLogIn,
  onClose,
}: {
  readonly what: 'import' | 'clock';
  readonly onLogIn: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Dialog
      title={(w) => w.trust.screen[what === 'clock' ? 'set-clock' : 'import']}
      onClose={onClose}
    >
      <div className="dialog-form">
        <p>
          <Both
            of={(w) =>
              w.trust.screen[what === 'clock' ? 'clock-who' : 'import-who']
            }
          />
        </p>
        <div className="desk-buttons">
          <Button
            weight="main"
            says={(w) => w.trust.screen['to-log-in']}
            onPress={onLogIn}
          />
          <Button says={(w) => w.staff.screen.cancel} onPress={onClose} />
        </div>
      </div>
    </Dialog>
  );
}
