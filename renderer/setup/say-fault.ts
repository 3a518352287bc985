import type { SetupError } from '#kiosk/contract';
import type { Say } from '../language/language.tsx';
import type { FaultCode } from './draft.ts';

/** The words for what keeps a step from being left. */
export function sayFault(fault: FaultCode): Say {
  if (fault === 'not-a-root') return (w) => w.setup.refusals[fault];
  return (w) =>
    isError(fault) ? w.setup.errors[fault] : w.setup.screen[fault];
}

function isError(fault: FaultCode): fault is SetupError {
  return fault.startsWith('setup.');
}
