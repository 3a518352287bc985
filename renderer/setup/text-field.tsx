import { useId, type JSX } from 'react';
import { Both, type Say } from '../language/language.tsx';
import { Said } from './said.tsx';
import { sayFault } from './say-fault.ts';
import type { FaultCode } from './draft.ts';

/** A line of text with its name above, a hint below, and what is wrong with it in the hint's place. */
export function TextField({
  says,
  value,
  onChange,
  hint,
  fault,
  secret = false,
  digits = false,
  maxLength = 120,
  lang,
}: {
  readonly says: Say;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: Say;
  readonly fault?: FaultCode | undefined;
  /** Covered while it is typed, and offered to no password store. */
  readonly secret?: boolean;
  readonly digits?: boolean;
  readonly maxLength?: number;
  readonly lang?: string;
}): JSX.Element {
  const id = useId();
  const below = fault === undefined ? hint : sayFault(fault);
  return (
    <div className="setup-field">
      <label className="setup-label" htmlFor={id}>
        <Said of={says} />
      </label>
      <input
        id={id}
        className="setup-input"
        type={secret ? 'password' : 'text'}
        inputMode={digits ? 'numeric' : 'text'}
        autoComplete={secret ? 'new-password' : 'off'}
        spellCheck={false}
        maxLength={maxLength}
        lang={lang}
        value={value}
        aria-invalid={fault !== undefined}
        {...(below !== undefined && { 'aria-describedby': `${id}-below` })}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {below !== undefined && (
        <p
          id={`${id}-below`}
          className={fault === undefined ? 'setup-hint' : 'setup-fault'}
        >
          <Both of={below} />
        </p>
      )}
    </div>
  );
}
