import type { JSX } from 'react';
import { Both, useBothText, type Say } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';

/** How far a job is: in entries, or in hundredths where it counts what nobody counts along with. */
export function Progress({
  says,
  done,
  of,
  in: unit = 'entries',
  onCancel,
}: {
  readonly says: Say;
  readonly done: number;
  readonly of: number;
  readonly in?: 'entries' | 'hundredths';
  readonly onCancel: () => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <div className="job-progress">
      <p>
        <Both of={says} />
      </p>
      <progress
        className="job-bar"
        aria-label={bothText(says)}
        {...(of > 0 && { value: done, max: of })}
      />
      <p className="job-quiet">
        {unit === 'entries'
          ? `${done.toLocaleString('en')} / ${of.toLocaleString('en')}`
          : `${String(of > 0 ? Math.floor((100 * done) / of) : 0)} %`}
      </p>
      <Button says={(w) => w.log.screen.cancel} onPress={onCancel} />
    </div>
  );
}
