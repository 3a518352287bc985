import type { JSX } from 'react';
import { Both, type Say } from '../language/language.tsx';

/** Something a person states to have done. */
export function Tick({
  says,
  isTicked,
  onChange,
}: {
  readonly says: Say;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
}): JSX.Element {
  return (
    <label className="setup-card setup-tick">
      <input
        type="checkbox"
        className="setup-radio"
        checked={isTicked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <Both of={says} />
    </label>
  );
}
