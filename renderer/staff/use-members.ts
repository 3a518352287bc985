import { useCallback, useEffect, useState } from 'react';
import type { StaffMember } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';

/** Who works here, as the service last said; undefined until it has. */
export interface Members {
  readonly list: readonly StaffMember[];
  /** `performance.now()` of the answer, from which locks run down. */
  readonly atMs: number;
}

export function useMembers(kiosk: LiveKiosk): {
  readonly members: Members | undefined;
  readonly askAgain: () => void;
} {
  const [members, setMembers] = useState<Members>();
  const askAgain = useCallback(() => {
    void kiosk.ask({ kind: 'staff' }).then((reply) => {
      if (reply.ok) setMembers({ list: reply.value, atMs: performance.now() });
    });
  }, [kiosk]);
  useEffect(askAgain, [askAgain]);
  return { members, askAgain };
}
