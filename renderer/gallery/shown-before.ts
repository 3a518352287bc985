import type { Link } from '../connect/link.ts';
import { forShowing, hold } from './links.ts';
import { badges, verdictOf, zhang } from './verdicts.ts';

/** What is remembered of a code, or what its own clock says, asks for another. */
export const shownBeforeStates: Readonly<Record<string, Link>> = {
  'hold-replay': hold(
    verdictOf('hold', 'replay', {
      advice: ['refresh-code', 'compare-id'],
      subject: zhang,
      badges,
      seen: { atMs: Date.UTC(2026, 10, 22, 3, 58), lane: '2' },
    }),
    forShowing,
  ),
  'hold-seen-again': hold(
    verdictOf('hold', 'seen-again', {
      others: ['check-id'],
      advice: ['compare-id'],
      subject: zhang,
      badges,
      seen: { atMs: Date.UTC(2026, 10, 22, 4, 1), lane: '2' },
    }),
    forShowing,
  ),
  'hold-stale-code': hold(
    verdictOf('hold', 'stale-presentation', {
      advice: ['refresh-code', 'compare-id'],
      subject: zhang,
      badges,
    }),
    forShowing,
  ),
};
