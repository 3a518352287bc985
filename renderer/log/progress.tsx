import type { JSX } from 'react';
import { Both, useBothText, type Say } from '../language/language.tsx';

/** How far a job is, in entries. */
export function Progress({
  says,
  done,
  of,
  onCancel,
}: {
  readonly says: Say;
  readonly done: number;
  readonly of: number;
  readonly onCancel: () => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <div className="log-progress">
      <p>
        <Both of={says} />
      </p>
      <progress
        className="log-bar"
        aria-label={bothText(says)}
        {...(of > 0 && { value: done, max: of })}
      />
      <p className="log-quiet">
        {done.toLocaleString('en')} / {of.toLocaleString('en')}
      </p>
      <button type="button" className="log-button" onClick={onCancel}>
        <Both of={(w) => w.log.screen.cancel} />
      </button>
    </div>
  );
}
