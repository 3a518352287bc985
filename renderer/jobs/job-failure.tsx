import type { JSX } from 'react';
import type { JobFailure, Words } from '#kiosk/contract';
import { Both } from '../language/language.tsx';

/** Why a job ended without a result, and the way back. */
export function JobFailureText({
  failure,
}: {
  readonly failure: JobFailure;
}): JSX.Element {
  return (
    <div className="job-failure">
      <p>
        <Both of={(w) => failureWords(w, failure).fault} />
      </p>
      <p className="job-quiet">
        <Both of={(w) => failureWords(w, failure).wayBack} />
      </p>
    </div>
  );
}

function failureWords(
  w: Words,
  failure: JobFailure,
): { readonly fault: string; readonly wayBack: string } {
  return { ...w.storeFailures, ...w.log.jobFailures }[failure];
}
