import type { JSX } from 'react';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
import type { FaultCode } from './draft.ts';
import { sayFault } from './say-fault.ts';

/** What is wrong with a choice that is no line of text; said when it appears. */
export function Fault({
  code,
}: {
  readonly code: FaultCode | undefined;
}): JSX.Element | null {
  if (code === undefined) return null;
  return (
    <p className="setup-fault" role="alert">
      <Icon name="warning" />
      <Both of={sayFault(code)} />
    </p>
  );
}
