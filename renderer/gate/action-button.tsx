import type { JSX, ReactNode } from 'react';
import { Both, type Say } from '../language/language.tsx';
import './action-button.css';

/** A button for a glove: at least 128 units high, acts on release. */
export function ActionButton({
  says,
  onPress,
  weight = 'primary',
  shortcut,
  mark,
  isDisabled = false,
  hasFocus = false,
}: {
  readonly says: Say;
  readonly onPress: () => void;
  readonly weight?: 'primary' | 'secondary';
  /** The key that does the same, shown on the button. */
  readonly shortcut?: string;
  readonly mark?: ReactNode;
  readonly isDisabled?: boolean;
  /** Takes the focus when it appears, so that Enter confirms. */
  readonly hasFocus?: boolean;
}): JSX.Element {
  return (
    <button
      type="button"
      className="action"
      data-weight={weight}
      disabled={isDisabled}
      // The list appears because its reader asked for it; it is where the keys go next.
      ref={hasFocus ? focusOnce : undefined}
      onClick={onPress}
      {...(shortcut !== undefined && { 'aria-keyshortcuts': shortcut })}
    >
      {mark}
      <Both of={says} />
      {shortcut !== undefined && (
        <kbd className="action-key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  );
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
