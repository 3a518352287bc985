import type { JSX } from 'react';
import { Both } from '../language/language.tsx';
import type { Draft } from './draft.ts';

/** What is printed for the envelope; on the screen it is not there. */
export function Slip({ draft }: { readonly draft: Draft }): JSX.Element {
  return (
    <section className="setup-slip" aria-hidden="true">
      <h1>
        <Both of={(w) => w.setup.screen['slip-title']} />
      </h1>
      <p>
        {draft.nameZh} {draft.nameEn} ({draft.id}, {draft.lane})
      </p>
      <p className="setup-slip-secret" translate="no">
        {draft.passphrase}
      </p>
      <p>
        <Both of={(w) => w.setup.screen['slip-text']} />
      </p>
    </section>
  );
}
