import type { JSX } from 'react';
import { Both, type Say } from '../language/language.tsx';

/** A button of the log and of what is done with it. */
export function LogButton({
  says,
  onPress,
  weight = 'secondary',
  isDisabled = false,
}: {
  readonly says: Say;
  readonly onPress: () => void;
  readonly weight?: 'primary' | 'secondary';
  readonly isDisabled?: boolean;
}): JSX.Element {
  return (
    <button
      type="button"
      className="log-button"
      data-weight={weight}
      disabled={isDisabled}
      onClick={onPress}
    >
      <Both of={says} />
    </button>
  );
}
