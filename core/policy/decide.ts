import { personsOf } from '#core/pass';
import type { CheckedPass, TrustedTime } from '#core/trust';
import { adviceFor } from './advice.ts';
import { badgesOf } from './badges.ts';
import { lastsUntilMs } from './expiry.ts';
import type { Facts } from './facts.ts';
import { memberVerdicts } from './members.ts';
import { objectionsTo } from './objections.ts';
import type { DenyCode, HoldCode, NeutralCode, Reason } from './reasons.ts';
import { reasonOutcomes } from './reasons.ts';
import type { Rules } from './rules.ts';
import { trustAgeMs } from './rules.ts';
import { subjectOf } from './subject.ts';
import type { Basis, Verdict } from './verdict.ts';

/**
 * Judges one scan here and now. Authenticity comes first and its first failure is the only reason;
 * of a genuine pass every reason is collected and the strictest outcome wins, the deciding reason
 * first. `rules` is undefined while the kiosk has no trust list: then nothing is ever admitted.
 */
export function decide(
  facts: Facts,
  rules: Rules | undefined,
  now: TrustedTime,
): Verdict {
  const { checked } = facts;
  const basis = basisOf(rules, now);
  if (checked.kind !== 'authentic') {
    const reason = unprovenReason(checked, rules);
    return {
      outcome: reasonOutcomes[reason.code],
      reasons: [reason],
      advice: adviceFor([reason], rules),
      badges: [],
      basis,
      expiresAtMs: lastsUntilMs(undefined, rules, now),
    };
  }

  const known = { ...facts, authentic: checked.authentic };
  const { pass } = known.authentic;
  const judged = {
    subject: subjectOf(known, memberVerdicts(known, rules, now)),
    badges: badgesOf(pass, personsOf(pass), rules, now),
    basis,
    expiresAtMs: lastsUntilMs(known, rules, now),
  };
  const [first, ...others] = objectionsTo(known, rules, now);
  if (first === undefined) {
    const reasons = [{ code: 'colour-green' }] as const;
    return { ...judged, outcome: 'admit', reasons, advice: [] };
  }
  return {
    ...judged,
    outcome: reasonOutcomes[first.code],
    reasons: [first, ...others],
    advice: adviceFor([first, ...others], rules),
  };
}

/** Why a text is not shown to be a pass of a known issuer; nothing of its content is described. */
function unprovenReason(
  checked: Exclude<CheckedPass, { kind: 'authentic' }>,
  rules: Rules | undefined,
): Reason<NeutralCode | HoldCode | DenyCode> {
  switch (checked.kind) {
    case 'unreadable':
      return refusalReason(checked.refusal);
    case 'unknown-key':
      return { code: rules === undefined ? 'no-trust' : 'unknown-key' };
    case 'killed-key':
      return { code: 'killed-key' };
    case 'demo-pass':
      return { code: 'demo-pass' };
    case 'counterfeit':
      return { code: 'counterfeit', detail: checked.detail };
    case 'unusable':
      return checked.refusal.reason === 'update-kiosk'
        ? { code: 'update-kiosk' }
        : { code: 'unusable-pass', detail: checked.refusal.detail };
  }
}

function refusalReason(
  refusal: Extract<CheckedPass, { kind: 'unreadable' }>['refusal'],
): Reason<NeutralCode | HoldCode> {
  switch (refusal.reason) {
    case 'not-a-pass':
      return { code: 'not-a-pass', detail: refusal.looksLike };
    case 'malformed':
      return { code: 'malformed', detail: refusal.detail };
    case 'update-kiosk':
      return { code: 'update-kiosk' };
  }
}

function basisOf(rules: Rules | undefined, now: TrustedTime): Basis {
  return {
    policyVersion: rules?.policy.version ?? 0,
    trustVersion: rules?.trustVersion ?? 0,
    trustAgeMs: rules === undefined ? 0 : trustAgeMs(rules, now),
    ...(rules?.statusAsOfMs !== undefined && {
      statusAsOfMs: rules.statusAsOfMs,
    }),
    timeState: now.state,
  };
}
