import type { JSX } from 'react';
import { Both, type Say } from '../language/language.tsx';

/** A button of the desk. `danger` is for what cannot be taken back. */
export function Button({
  says,
  onPress,
  weight = 'quiet',
  isDisabled = false,
}: {
  readonly says: Say;
  /** Absent for the button that sends its form. */
  readonly onPress?: () => void;
  readonly weight?: 'main' | 'quiet' | 'danger';
  readonly isDisabled?: boolean;
}): JSX.Element {
  return (
    <button
      type={onPress === undefined ? 'submit' : 'button'}
      className="desk-button"
      data-weight={weight}
      disabled={isDisabled}
      onClick={onPress}
    >
      <Both of={says} />
    </button>
  );
}
