import {
  allowReasonsFor,
  gateTimes,
  refuseReasonsFor,
  type Measuring,
  type OpenScan,
  type Phase,
  type Shown,
  type ThermometerProfile,
} from '#core/gate';
import {
  readingsOf,
  type PassHistory,
  type Reading,
  type Verdict,
} from '#core/policy';
import { assertNever } from '#core/result';
import type {
  Countdown,
  GateView,
  ShownSubject,
  ShownVerdict,
} from '#kiosk/contract';

export interface ViewContext {
  readonly monoMs: number;
  readonly thermometer: ThermometerProfile;
  /** The policy's number to call; none before the first bundle. */
  readonly hotline: string | undefined;
  /** The policy's way to apply, for arrivals; none where it has none. */
  readonly applyCode: string | undefined;
  /** Named when no configured scanner is left. */
  readonly lostScanner: string | undefined;
}

/** What a client may see of a phase: already masked, with times turned into what is left of them. */
export function viewOf(phase: Phase, context: ViewContext): GateView {
  switch (phase.kind) {
    case 'idle':
      return context.lostScanner === undefined
        ? { kind: 'idle' }
        : { kind: 'device-lost', deviceId: context.lostScanner };
    case 'reading':
      return { kind: 'reading' };
    case 'need-temperature':
      return needTemperatureView(phase, context);
    case 'shown':
      return shownView(phase, context);
    case 'hold':
      return {
        kind: 'hold',
        scanId: phase.open.scan.scanId,
        verdict: shownVerdict(phase, context),
        choices: phase.choices,
        allowReasons: allowReasonsFor(phase.verdict),
        refuseReasons: refuseReasonsFor(phase.verdict),
        idCompared: phase.open.idCompared,
      };
    case 'resolved':
      return {
        kind: 'resolved',
        scanId: phase.open.scan.scanId,
        by: phase.by,
        countdown: countdown(phase, context.monoMs),
      };
    case 'out-of-service':
      return { kind: 'out-of-service', failure: phase.failure };
    case 'recording':
      // Settled before anyone looks; showing it would be showing what is not yet durable.
      throw new Error('a recording phase has no view');
    default:
      return assertNever(phase);
  }
}

function needTemperatureView(phase: Measuring, context: ViewContext): GateView {
  const latest = phase.samples.at(-1);
  return {
    kind: 'need-temperature',
    scanId: phase.open.scan.scanId,
    attempt: phase.attempt,
    ...(latest !== undefined && {
      latestDeci: toDeci(latest.objectCenti + context.thermometer.offsetCenti),
    }),
    settled: Math.min(
      1,
      phase.samples.length / context.thermometer.stableSamples,
    ),
    countdown: {
      leftMs: Math.max(0, phase.untilMs - context.monoMs),
      wholeMs: gateTimes.measureMs,
    },
  };
}

function shownView(phase: Shown, context: ViewContext): GateView {
  const common = {
    scanId: phase.open.scan.scanId,
    countdown: countdown(phase, context.monoMs),
  };
  const { verdict } = phase;
  switch (verdict.outcome) {
    case 'admit':
      return {
        kind: 'admit',
        ...common,
        verdict: shownVerdict({ ...phase, verdict }, context),
      };
    case 'deny':
      return {
        kind: 'deny',
        ...common,
        verdict: shownVerdict({ ...phase, verdict }, context),
      };
    case 'none':
      return {
        kind: 'not-a-pass',
        ...common,
        verdict: shownVerdict({ ...phase, verdict }, context),
      };
    default:
      return assertNever(verdict);
  }
}

function shownVerdict<V extends Verdict>(
  { verdict, open }: { readonly verdict: V; readonly open: OpenScan },
  { hotline, applyCode }: ViewContext,
): ShownVerdict<V['outcome']> {
  const { outcome, reasons, advice, badges } = verdict;
  const isCalled = advice.includes('call-hotline') && hotline !== undefined;
  const isSteered = advice.includes('apply-here') && applyCode !== undefined;
  const { history } = open.facts;
  return {
    outcome,
    reasons,
    advice,
    ...(isCalled && { hotline }),
    ...(isSteered && { applyCode }),
    badges,
    ...('subject' in verdict && { subject: shownSubject(verdict.subject) }),
    members: 'subject' in verdict ? verdict.subject.members : [],
    ...(isSeen(history, verdict) && {
      seen: { atMs: history.atMs, lane: history.lane },
    }),
    temperaturesDeci: readingsIn(open).map(({ estimateCenti }) =>
      toDeci(estimateCenti),
    ),
  };
}

/** Said only beside the reason it belongs to: what is remembered of a pass may stand against nothing. */
function isSeen(
  history: PassHistory,
  { reasons }: Verdict,
): history is Exclude<PassHistory, { kind: 'new' }> {
  return reasons.some(({ code }) => code === history.kind);
}

/** The issuer's id stays inside: the guard reads its name. */
function shownSubject({
  issuerId: _issuerId,
  members: _members,
  ...shown
}: NonNullable<
  Extract<Verdict, { outcome: 'hold' }>['subject']
>): ShownSubject {
  return shown;
}

function readingsIn({ facts }: OpenScan): readonly Reading[] {
  return readingsOf(facts.temperature);
}

function countdown(
  { sinceMs, untilMs }: { readonly sinceMs: number; readonly untilMs: number },
  monoMs: number,
): Countdown {
  return { leftMs: Math.max(0, untilMs - monoMs), wholeMs: untilMs - sinceMs };
}

/** Tenths of a degree, half up; for the eye only, never for a decision. */
function toDeci(centi: number): number {
  return Math.floor(centi / 10 + 0.5);
}
