import { useCallback, useEffect, useState } from 'react';
import type { Snapshot, TrustView } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';

export type TrustState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly view: TrustView };

/** What the kiosk believes; asked again when something it believes is another, and on demand. */
export function useTrust(
  kiosk: LiveKiosk,
  { freshness }: Snapshot,
): { readonly trust: TrustState; readonly askAgain: () => void } {
  const [trust, setTrust] = useState<TrustState>({ kind: 'asking' });
  const [asked, setAsked] = useState(0);
  const held =
    freshness.rung === 'none'
      ? 'none'
      : `${freshness.rung} ${String(freshness.version)} ${String(freshness.policy.version)}`;
  useEffect(() => {
    let isWanted = true;
    void kiosk.ask({ kind: 'trust' }).then((reply) => {
      if (!isWanted) return;
      setTrust(
        reply.ok ? { kind: 'known', view: reply.value } : { kind: 'failed' },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [kiosk, held, asked]);
  return {
    trust,
    askAgain: useCallback(() => {
      setAsked((before) => before + 1);
    }, []),
  };
}
