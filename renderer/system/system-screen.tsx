import type { JSX } from 'react';
import { ActionButton } from '../gate/action-button.tsx';
import { type Say } from '../language/language.tsx';
import type { VerdictKind } from '../verdict/kind.ts';
import { Next } from '../verdict/next.tsx';
import { Verdict } from '../verdict/verdict.tsx';

/** A state of the whole kiosk instead of a person: what is wrong and what to do. */
export function SystemScreen({
  kind,
  word,
  wayBack,
  action,
}: {
  readonly kind: VerdictKind;
  readonly word: Say;
  readonly wayBack: Say;
  readonly action?: { readonly says: Say; readonly onPress: () => void };
}): JSX.Element {
  return (
    <Verdict
      kind={kind}
      word={word}
      actions={action !== undefined && <ActionButton {...action} />}
    >
      <Next says={wayBack} />
    </Verdict>
  );
}
