import { useEffect, useState } from 'react';
import type { ContractError } from '#kiosk/contract';
import type { LiveKiosk, Request } from '../connect/connect-kiosk.ts';
import type { Send } from '../gate/send.ts';

export type Refusal = ContractError | 'no-answer';

const shownForMs = 3000;

/** Sends commands and keeps the last refusal on screen for a moment. */
export function useRefusal(kiosk: LiveKiosk): {
  readonly send: Send;
  readonly refusal: Refusal | undefined;
} {
  const [refused, setRefused] = useState<{ readonly error: Refusal }>();
  useEffect(() => {
    if (refused === undefined) return undefined;
    const timer = setTimeout(() => {
      setRefused(undefined);
    }, shownForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [refused]);
  return {
    refusal: refused?.error,
    send: (request) => {
      void kiosk.send(request).then((answer) => {
        if (answer.ok || isHarmless(request, answer.error)) return;
        setRefused({ error: answer.error });
      });
    },
  };
}

/** Leaving a screen that has just left by itself is no mistake. */
function isHarmless(request: Request, error: Refusal): boolean {
  return request.kind === 'dismiss' && error === 'contract.stale-scan';
}
