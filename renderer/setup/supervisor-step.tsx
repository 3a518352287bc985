import type { JSX } from 'react';
import type { StepParts } from './step.ts';
import { TextField } from './text-field.tsx';

export function SupervisorStep({
  draft,
  change,
  faults,
}: StepParts): JSX.Element {
  return (
    <>
      <TextField
        says={(w) => w.setup.screen['supervisor-name']}
        maxLength={40}
        value={draft.supervisorName}
        fault={faults['supervisorName']}
        onChange={(supervisorName) => {
          change({ supervisorName });
        }}
      />
      <div className="setup-pair">
        <TextField
          says={(w) => w.setup.screen.pin}
          hint={(w) => w.setup.screen['pin-hint']}
          secret
          digits
          maxLength={64}
          value={draft.pin}
          fault={faults['pin']}
          onChange={(pin) => {
            change({ pin });
          }}
        />
        <TextField
          says={(w) => w.setup.screen['pin-again']}
          secret
          digits
          maxLength={64}
          value={draft.pinAgain}
          fault={faults['pinAgain']}
          onChange={(pinAgain) => {
            change({ pinAgain });
          }}
        />
      </div>
    </>
  );
}
