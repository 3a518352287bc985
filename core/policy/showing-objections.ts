import type { AuthenticPass, TrustedTime } from '#core/trust';
import type { PassHistory } from './facts.ts';
import type { Objection } from './reasons.ts';
import type { Rules } from './rules.ts';

/** What the way a pass was shown, and what is remembered of it, leave open about who shows it. */
export function showingObjections(
  authentic: AuthenticPass,
  history: PassHistory,
  rules: Rules | undefined,
  now: TrustedTime,
): readonly Objection[] {
  return [
    ...presentationObjections(authentic, history, rules, now),
    ...seenObjections(history, rules, now),
    ...identityObjections(authentic, rules),
  ];
}

/** A presentation is used once, whatever the policy says; a stale one is asked anew and no more. */
function presentationObjections(
  { showing }: AuthenticPass,
  history: PassHistory,
  rules: Rules | undefined,
  { state }: TrustedTime,
): readonly Objection[] {
  // A clock that knows nothing calls no code stale: that the time is unknown holds by itself.
  if (showing.kind === 'live' && showing.isStale && state !== 'unknown') {
    return state === 'trusted'
      ? [{ code: 'stale-presentation' }]
      : [{ code: 'stale-presentation', detail: `${state}-clock` }];
  }
  return history.kind === 'replay'
    ? [{ code: 'replay', detail: whereSeen(history, rules) }]
    : [];
}

/** By the earliest the clock allows, so that a clock in doubt forgets nobody too soon. */
function seenObjections(
  history: PassHistory,
  rules: Rules | undefined,
  { lowerMs }: TrustedTime,
): readonly Objection[] {
  const withinMs = rules?.policy.seenAgainWithinMs ?? 0;
  if (history.kind !== 'seen-again' || withinMs === 0) return [];
  return lowerMs - history.atMs <= withinMs
    ? [{ code: 'seen-again', detail: whereSeen(history, rules) }]
    : [];
}

/** Whoever shows paper, or a still code where a live one is asked, is compared with their ID. */
function identityObjections(
  { pass, showing }: AuthenticPass,
  rules: Rules | undefined,
): readonly Objection[] {
  if (pass.form === 'paper') return [{ code: 'check-id', detail: 'paper' }];
  return rules?.policy.presentation === 'live' && showing.kind === 'still'
    ? [{ code: 'check-id', detail: 'not-live' }]
    : [];
}

function whereSeen(
  { lane }: Exclude<PassHistory, { kind: 'new' }>,
  rules: Rules | undefined,
): string {
  return lane === rules?.checkpoint.lane ? 'same-lane' : 'other-lane';
}
