import type { JSX, ReactNode } from 'react';
import { Icon } from '../app/icon.tsx';
import { ActionButton } from '../gate/action-button.tsx';
import { Both, type Say } from '../language/language.tsx';
import type { VerdictKind } from '../verdict/kind.ts';
import { Verdict } from '../verdict/verdict.tsx';

/** A state of the whole kiosk instead of a person: what is wrong and what to do. */
export function SystemScreen({
  kind,
  word,
  wayBack,
  action,
  children,
}: {
  readonly kind: VerdictKind;
  readonly word: Say;
  readonly wayBack: Say;
  readonly action?: { readonly says: Say; readonly onPress: () => void };
  readonly children?: ReactNode;
}): JSX.Element {
  return (
    <Verdict
      kind={kind}
      word={word}
      actions={action !== undefined && <ActionButton {...action} />}
    >
      <p className="advice">
        <Icon name="next" />
        <Both of={wayBack} />
      </p>
      {children}
    </Verdict>
  );
}
