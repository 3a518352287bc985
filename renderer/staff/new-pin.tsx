import type { JSX } from 'react';
import { Field } from './field.tsx';

/** A PIN that is to be, typed twice, for nobody can read what was typed. */
export interface NewPin {
  readonly pin: string;
  readonly again: string;
}

export const noPin: NewPin = { pin: '', again: '' };

export function isRepeated({ pin, again }: NewPin): boolean {
  return pin !== '' && pin === again;
}

export function NewPinFields({
  value,
  onChange,
  hasFocus = false,
}: {
  readonly value: NewPin;
  readonly onChange: (value: NewPin) => void;
  readonly hasFocus?: boolean;
}): JSX.Element {
  const isOther = value.again !== '' && !value.pin.startsWith(value.again);
  return (
    <div className="field-pair">
      <Field
        says={(w) => w.staff.screen['new-pin']}
        hint={(w) => w.staff.screen['pin-hint']}
        isSecret
        hasFocus={hasFocus}
        value={value.pin}
        onChange={(pin) => {
          onChange({ ...value, pin });
        }}
      />
      <Field
        says={(w) => w.staff.screen['new-pin-again']}
        isSecret
        value={value.again}
        {...(isOther && { hint: (w) => w.staff.screen['pins-differ'] })}
        onChange={(again) => {
          onChange({ ...value, again });
        }}
      />
    </div>
  );
}
