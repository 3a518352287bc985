import { useId, type JSX } from 'react';
import { Both, type Say } from '../language/language.tsx';

/** A line of text with its name above and a hint below. */
export function Field({
  says,
  value,
  onChange,
  hint,
  isSecret = false,
  hasFocus = false,
  maxLength = 64,
}: {
  readonly says: Say;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: Say;
  /** Covered while it is typed, and offered to no password store. */
  readonly isSecret?: boolean;
  readonly hasFocus?: boolean;
  readonly maxLength?: number;
}): JSX.Element {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        <Both of={says} />
      </label>
      <input
        id={id}
        className="field-input"
        type={isSecret ? 'password' : 'text'}
        autoComplete={isSecret ? 'one-time-code' : 'off'}
        spellCheck={false}
        maxLength={maxLength}
        value={value}
        ref={hasFocus ? focusOnce : undefined}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          <Both of={hint} />
        </p>
      )}
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
