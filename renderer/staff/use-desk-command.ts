import { useState } from 'react';
import type { ContractError } from '#kiosk/contract';
import type { LiveKiosk, Request } from '../connect/connect-kiosk.ts';
import type { Say } from '../language/language.tsx';

/** One command at a time, with the refusal beside the form it came from. */
export function useDeskCommand(kiosk: LiveKiosk): {
  readonly isBusy: boolean;
  readonly refusal: Say | undefined;
  /** True once it is done. */
  readonly send: (request: Request) => Promise<boolean>;
  /** Begins anew: what was refused is no longer said. */
  readonly forget: () => void;
} {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ContractError | 'no-answer'>();
  return {
    isBusy,
    refusal: error === undefined ? undefined : sayRefusal(error),
    send: async (request) => {
      setBusy(true);
      setError(undefined);
      const answer = await kiosk.send(request);
      setBusy(false);
      if (!answer.ok) setError(answer.error);
      return answer.ok;
    },
    forget: () => {
      setError(undefined);
    },
  };
}

function sayRefusal(error: ContractError | 'no-answer'): Say {
  return (w) =>
    error === 'no-answer' ? w.screen['no-answer'] : w.contractErrors[error];
}
