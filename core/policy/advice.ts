import type { SiteType } from './checkpoint.ts';
import type { Advice, Reason, ReasonCode } from './reasons.ts';
import { reasonOutcomes } from './reasons.ts';
import type { Rules } from './rules.ts';

/**
 * What the guard does or says next, the deciding reason's advice first; by reason and site type.
 * Nobody is steered to apply where the policy does not say how. Every hold and deny ends with the hotline of the policy, where there is a policy.
 */
export function adviceFor(
  reasons: readonly Reason[],
  rules: Rules | undefined,
): readonly Advice[] {
  const siteType = rules?.checkpoint.siteType;
  const canApply = rules?.policy.applyCode !== undefined;
  const given = reasons
    .flatMap((reason) => adviceOn(reason, siteType))
    .filter((advice) => advice !== 'apply-here' || canApply);
  const isNeutral = reasons.every(
    ({ code }) => reasonOutcomes[code] === 'none',
  );
  const hotline: readonly Advice[] =
    rules === undefined || isNeutral ? [] : ['call-hotline'];
  return [...new Set([...withoutVainMeasuring(given, reasons), ...hotline])];
}

/** A fever seen twice is not measured a third time. */
function withoutVainMeasuring(
  given: readonly Advice[],
  reasons: readonly Reason[],
): readonly Advice[] {
  return reasons.some(({ code }) => code === 'fever-confirmed')
    ? given.filter((advice) => advice !== 'measure-again')
    : given;
}

function adviceOn(
  { code, detail }: Reason,
  siteType: SiteType | undefined,
): readonly Advice[] {
  if (code === 'not-a-pass' && detail === 'full-width-input') {
    return ['switch-input-method', 'show-again'];
  }
  if (code === 'not-a-pass' && detail === 'empty') return ['show-again'];
  if (siteType === 'hospital') return hospitalAdvice[code] ?? usualAdvice[code];
  return usualAdvice[code];
}

const usualAdvice: Readonly<Record<ReasonCode, readonly Advice[]>> = {
  'not-a-pass': ['show-pass'],
  malformed: ['show-again', 'brighten-screen'],
  'demo-pass': ['show-pass'],
  'update-kiosk': ['update-kiosk', 'register-by-hand'],
  'unknown-key': ['update-data', 'register-by-hand'],
  'no-trust': ['update-data', 'register-by-hand'],
  'stale-trust': ['compare-id', 'update-data'],
  'expired-trust': ['update-data', 'register-by-hand'],
  'doubtful-clock': ['check-clock'],
  'clock-unknown': ['check-clock', 'register-by-hand'],
  'status-unknown-list': ['update-data', 'register-by-hand'],
  'unusable-pass': ['renew-pass', 'register-by-hand'],
  'colour-unconfirmed': ['ask-issuer', 'register-by-hand'],
  'out-of-scope': ['ask-issuer', 'register-by-hand'],
  expired: ['renew-pass'],
  'not-yet': ['renew-pass'],
  'status-hold': ['ask-issuer'],
  'status-changed': ['renew-pass'],
  'not-recognised': ['apply-here', 'register-by-hand'],
  'recognition-ended': ['apply-here', 'register-by-hand'],
  arrival: ['apply-here', 'test-first'],
  'colour-yellow': ['test-first'],
  'colour-held': ['ask-issuer'],
  'check-id': ['compare-id'],
  'stale-presentation': ['refresh-code', 'compare-id'],
  replay: ['refresh-code', 'compare-id'],
  'seen-again': ['compare-id'],
  'temperature-missing': ['measure-again'],
  'temperature-implausible': ['measure-again'],
  'temperature-unstable': ['measure-again'],
  fever: ['measure-again'],
  'fever-confirmed': ['refer-medical'],
  counterfeit: ['keep-code-report'],
  'killed-key': ['renew-pass', 'keep-code-report'],
  'status-revoked': ['keep-code-report', 'ask-issuer'],
  'colour-red': ['separate-and-report'],
  'colour-denied': ['ask-issuer'],
  'colour-green': [],
};

/** Medical care is not refused for a colour. */
const hospitalAdvice: Partial<Record<ReasonCode, readonly Advice[]>> = {
  arrival: ['refer-medical', 'apply-here', 'test-first'],
  'colour-yellow': ['refer-medical', 'test-first'],
  'colour-held': ['refer-medical', 'ask-issuer'],
  'colour-red': ['refer-medical', 'separate-and-report'],
  'colour-denied': ['refer-medical', 'ask-issuer'],
};
