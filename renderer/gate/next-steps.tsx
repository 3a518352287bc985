import type { JSX } from 'react';
import type { ShownVerdict } from '#kiosk/contract';
import { Next } from '../verdict/next.tsx';

/** The first thing to do and, where the advice says to call, the number. */
export function NextSteps({
  verdict: { advice, hotline },
}: {
  readonly verdict: ShownVerdict;
}): JSX.Element {
  const [first] = advice;
  return (
    <>
      {first !== undefined && <Next says={(w) => w.advice[first].guard} />}
      {hotline !== undefined && (
        <Next says={(w) => `${w.advice['call-hotline'].guard} ${hotline}`} />
      )}
    </>
  );
}
