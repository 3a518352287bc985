import type { Staff } from './staff.ts';

/** Nobody works here yet: every client may do what its host granted. */
export function openStaff(): Staff {
  return {
    openDesk: (granted) => ({
      session: () => ({ kind: 'nobody' }),
      role: () => granted,
      perform: () => Promise.resolve({ ok: false, error: 'staff.unknown' }),
      used: () => undefined,
      close: () => undefined,
    }),
    members: () => [],
    shift: () => undefined,
    takeBadge: () => false,
    recoveryChallenge: () => '',
    stop: () => undefined,
  };
}
