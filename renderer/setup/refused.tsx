import type { JSX } from 'react';
import type { ContractError } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';

export type Refusal = ContractError | 'no-answer';

/** Why nothing was written, on the step it is about. */
export function Refused({
  refusal,
}: {
  readonly refusal: Refusal | undefined;
}): JSX.Element | null {
  if (refusal === undefined) return null;
  return (
    <p className="setup-fault" role="alert">
      <Icon name="warning" />
      <Both
        of={(w) =>
          refusal === 'no-answer'
            ? w.setup.screen['not-answered']
            : w.contractErrors[refusal]
        }
      />
    </p>
  );
}
