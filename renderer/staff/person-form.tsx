import type { JSX, ReactNode } from 'react';
import type { Say } from '../language/language.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Refused } from './refused.tsx';
import type { useDeskCommand } from './use-desk-command.ts';

/** A dialog about one person: what it asks, why it was refused, and its one button. */
export function PersonForm({
  title,
  act,
  weight = 'main',
  isReady,
  command: { isBusy, refusal },
  onSubmit,
  onClose,
  children,
}: {
  readonly title: Say;
  readonly act: Say;
  readonly weight?: 'main' | 'danger';
  readonly isReady: boolean;
  readonly command: ReturnType<typeof useDeskCommand>;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <Refused says={refusal} />
        <div className="desk-buttons">
          <Button
            weight={weight}
            says={isBusy ? (w) => w.staff.screen.checking : act}
            isDisabled={isBusy || !isReady}
          />
          <Button says={(w) => w.staff.screen.cancel} onPress={onClose} />
        </div>
      </form>
    </Dialog>
  );
}
