import type { JSX, ReactNode } from 'react';
import type { SetupWord } from '#kiosk/contract';
import { Both, type Say } from '../language/language.tsx';
import { Said } from './said.tsx';

/** Names and what they are, one under the other. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [SetupWord, string | Say])[];
}): JSX.Element {
  return (
    <dl className="setup-facts">
      {facts.map(([word, value]) => (
        <Fact key={word} says={(w) => w.setup.screen[word]}>
          <Said of={value} />
        </Fact>
      ))}
    </dl>
  );
}

export function Fact({
  says,
  children,
}: {
  readonly says: Say;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className="setup-fact">
      <dt>
        <Both of={says} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
