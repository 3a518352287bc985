import { useEffect, useState } from 'react';
import type { FoundPort } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';

/** The ports the kiosk finds, absent until it has looked; and the way to look again. */
export function usePorts(kiosk: LiveKiosk): {
  readonly ports: readonly FoundPort[] | undefined;
  readonly lookAgain: () => void;
} {
  const [looks, setLooks] = useState(0);
  const [ports, setPorts] = useState<readonly FoundPort[]>();
  useEffect(() => {
    let isOver = false;
    void kiosk.ask({ kind: 'ports' }).then((reply) => {
      if (!isOver) setPorts(reply.ok ? reply.value : []);
    });
    return () => {
      isOver = true;
    };
  }, [kiosk, looks]);
  return {
    ports,
    lookAgain: () => {
      setPorts(undefined);
      setLooks(looks + 1);
    },
  };
}
