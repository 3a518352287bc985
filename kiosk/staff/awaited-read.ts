import type { StaffRead } from '#kiosk/contract';
import { mayBeBadge } from './badge.ts';

/** What a client waits for a reader to read: for a minute, and the first that fits. */
export interface AwaitedRead {
  wait(what: StaffRead['what'] | 'nothing'): void;
  /** Whether the text was waited for; it is then this client's and nobody else's. */
  offer(text: string): boolean;
  read(): StaffRead | undefined;
}

const patienceMs = 60_000;

export function createAwaitedRead(monoMs: () => number): AwaitedRead {
  let waiting:
    { readonly what: StaffRead['what']; readonly sinceMs: number } | undefined;
  let read: StaffRead | undefined;
  return {
    wait: (what) => {
      read = undefined;
      waiting = what === 'nothing' ? undefined : { what, sinceMs: monoMs() };
    },
    offer: (text) => {
      if (waiting === undefined) return false;
      const isInTime = monoMs() - waiting.sinceMs < patienceMs;
      if (!isInTime || !fits[waiting.what](text)) return false;
      read = { what: waiting.what, text: text.trim() };
      waiting = undefined;
      return true;
    },
    read: () => read,
  };
}

/** A holder's pass is none of them: it goes on being a scan whatever is waited for. */
const fits: Readonly<Record<StaffRead['what'], (text: string) => boolean>> = {
  badge: mayBeBadge,
  'recovery-code': (text) => /^\s*HR1/i.test(text),
  'freshness-token': (text) => /^\s*HT1/i.test(text),
};
