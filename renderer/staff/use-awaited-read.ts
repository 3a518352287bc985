import { useEffect } from 'react';
import type { Snapshot, StaffRead } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';

/** What a reader of the lane has read for this field, for as long as the field is on screen. */
export function useAwaitedRead(
  kiosk: LiveKiosk,
  { read }: Snapshot,
  what: StaffRead['what'],
): string | undefined {
  useEffect(() => {
    void kiosk.send({ kind: 'await-read', what });
    return () => {
      void kiosk.send({ kind: 'await-read', what: 'nothing' });
    };
  }, [kiosk, what]);
  return read?.what === what ? read.text : undefined;
}
