import type { JSX } from 'react';
import { Icon } from '../app/icon.tsx';
import { Both, type Say } from '../language/language.tsx';

/** Why it was not done; always in the page, for a live region only speaks when its text changes. */
export function Refused({
  says,
}: {
  readonly says: Say | undefined;
}): JSX.Element {
  return (
    <div className="refused" role="alert">
      {says !== undefined && (
        <p className="refused-text">
          <Icon name="warning" />
          <Both of={says} />
        </p>
      )}
    </div>
  );
}
