import type { HoldCode, ReasonCode } from '#core/policy';
import { reasonOutcomes } from '#core/policy';
import type {
  AllowReason,
  HoldVerdict,
  RefuseReason,
  Resolution,
  ResolutionKind,
} from './gate.ts';

/**
 * What the guard may do with a hold. Refusing is always offered; allowing only for a reason that
 * answers everything the verdict holds for; measuring again until a fever is confirmed.
 */
export function choicesFor(
  verdict: HoldVerdict,
  idCompared: boolean = false,
): readonly ResolutionKind[] {
  const offered: Readonly<{ [Kind in ResolutionKind]: boolean }> = {
    'measure-again': canMeasureAgain(verdict),
    'id-compared': !idCompared && asksForId(verdict),
    allow: allowReasonsFor(verdict).length > 0,
    refuse: true,
  };
  return choiceOrder.filter((kind) => offered[kind]);
}

/** The reasons for allowing that answer every reason of the hold, as the guard meets them. */
export function allowReasonsFor(verdict: HoldVerdict): readonly AllowReason[] {
  const held = holdCodes(verdict);
  return allowOrder.filter((because) =>
    held.every((code) => answers[code].allow.includes(because)),
  );
}

/** The reasons for refusing that some reason of the hold makes sense of; never empty. */
export function refuseReasonsFor(
  verdict: HoldVerdict,
): readonly RefuseReason[] {
  const held = holdCodes(verdict);
  const decisive: readonly HoldCode[] = held.includes('fever-confirmed')
    ? ['fever-confirmed']
    : held;
  return refuseOrder.filter(
    (because) =>
      because === 'left-by-themselves' ||
      decisive.some((code) => answers[code].refuse.includes(because)),
  );
}

/** Whether the holder can answer by showing their pass live, freshly refreshed. */
export function asksForFreshCode({ reasons }: HoldVerdict): boolean {
  return reasons.some(
    ({ code, detail }) =>
      code === 'stale-presentation' ||
      code === 'replay' ||
      (code === 'check-id' && detail === 'not-live'),
  );
}

/** Whether a matching ID answers everything the verdict holds for. */
export function idSettles(verdict: HoldVerdict): boolean {
  return holdCodes(verdict).every((code) => idCodes.includes(code));
}

/** Whether this resolution is among those offered for the verdict. */
export function isOffered(
  resolution: Resolution,
  verdict: HoldVerdict,
  choices: readonly ResolutionKind[],
): boolean {
  if (!choices.includes(resolution.kind)) return false;
  switch (resolution.kind) {
    case 'allow':
      return allowReasonsFor(verdict).includes(resolution.because);
    case 'refuse':
      return refuseReasonsFor(verdict).includes(resolution.because);
    case 'measure-again':
    case 'id-compared':
      return true;
  }
}

const choiceOrder: readonly ResolutionKind[] = [
  'measure-again',
  'id-compared',
  'allow',
  'refuse',
];

const allowOrder: readonly AllowReason[] = [
  'id-checked',
  'temperature-normal-by-hand',
  'registered-by-hand',
  'confirmed-by-phone',
  'supervisor-approved',
];

const refuseOrder: readonly RefuseReason[] = [
  'id-does-not-match',
  'no-valid-pass',
  'referred-to-medical',
  'will-not-be-measured',
  'left-by-themselves',
];

/**
 * Held only until the person is shown to be who the pass names. A presentation that is stale or used
 * up leaves a genuine pass, worth as much as a still code.
 */
const idCodes: readonly HoldCode[] = [
  'check-id',
  'stale-trust',
  'stale-presentation',
  'replay',
  'seen-again',
];

const measurable: readonly HoldCode[] = [
  'temperature-missing',
  'temperature-implausible',
  'temperature-unstable',
  'fever',
];

function canMeasureAgain(verdict: HoldVerdict): boolean {
  const held = holdCodes(verdict);
  return (
    !held.includes('fever-confirmed') &&
    held.some((code) => measurable.includes(code))
  );
}

function asksForId(verdict: HoldVerdict): boolean {
  return (
    !holdCodes(verdict).includes('fever-confirmed') &&
    holdCodes(verdict).some((code) => idCodes.includes(code))
  );
}

function holdCodes({ reasons }: HoldVerdict): readonly HoldCode[] {
  return reasons.map(({ code }) => code).filter(isHoldCode);
}

function isHoldCode(code: ReasonCode): code is HoldCode {
  return reasonOutcomes[code] === 'hold';
}

interface Answers {
  readonly allow: readonly AllowReason[];
  readonly refuse: readonly RefuseReason[];
}

/** The kiosk lacks knowledge that someone else has: register the person, or ask by phone. */
const unknown: Answers = {
  allow: ['registered-by-hand', 'confirmed-by-phone', 'supervisor-approved'],
  refuse: ['no-valid-pass'],
};

/** Something is known against the person: registering does not answer it. */
const restricted: Answers = {
  allow: ['confirmed-by-phone', 'supervisor-approved'],
  refuse: ['no-valid-pass', 'referred-to-medical'],
};

const unmeasured: Answers = {
  allow: ['temperature-normal-by-hand', 'supervisor-approved'],
  refuse: ['will-not-be-measured'],
};

const answers: Readonly<{ [Code in HoldCode]: Answers }> = {
  'update-kiosk': unknown,
  'unknown-key': unknown,
  'no-trust': unknown,
  'stale-trust': {
    allow: ['id-checked', ...unknown.allow],
    refuse: ['id-does-not-match', ...unknown.refuse],
  },
  'expired-trust': unknown,
  'doubtful-clock': unknown,
  'clock-unknown': unknown,
  'status-unknown-list': unknown,
  'unusable-pass': unknown,
  'colour-unconfirmed': unknown,
  'out-of-scope': unknown,
  expired: unknown,
  'not-yet': unknown,
  'status-hold': restricted,
  'status-changed': restricted,
  'not-recognised': unknown,
  'recognition-ended': unknown,
  arrival: restricted,
  'colour-yellow': restricted,
  'colour-held': restricted,
  'check-id': {
    allow: ['id-checked', 'supervisor-approved'],
    refuse: ['id-does-not-match'],
  },
  'stale-presentation': {
    allow: ['id-checked', 'supervisor-approved'],
    refuse: ['no-valid-pass', 'id-does-not-match'],
  },
  replay: {
    allow: ['id-checked', 'supervisor-approved'],
    refuse: ['no-valid-pass', 'id-does-not-match'],
  },
  'seen-again': {
    allow: ['id-checked', 'supervisor-approved'],
    refuse: ['id-does-not-match', 'no-valid-pass'],
  },
  'temperature-missing': unmeasured,
  'temperature-implausible': unmeasured,
  'temperature-unstable': unmeasured,
  // Nobody approves a fever away: another thermometer says it is none, or the person is not let in.
  fever: {
    allow: ['temperature-normal-by-hand'],
    refuse: ['referred-to-medical', 'will-not-be-measured'],
  },
  'fever-confirmed': { allow: [], refuse: ['referred-to-medical'] },
};
