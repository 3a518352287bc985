import type { JSX } from 'react';
import { Icon, type IconName } from '../app/icon.tsx';
import { Both, type Say } from '../language/language.tsx';

/** What to do now, in one line behind an arrow. */
export function Next({
  says,
  icon = 'next',
}: {
  readonly says: Say;
  readonly icon?: IconName;
}): JSX.Element {
  return (
    <p className="advice">
      <Icon name={icon} />
      <Both of={says} />
    </p>
  );
}
