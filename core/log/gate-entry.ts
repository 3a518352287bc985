import type { Record, Resolution } from '#core/gate';
import type {
  Badge,
  Checkpoint,
  MemberVerdict,
  Reading,
  Reason,
} from '#core/policy';
import { assertNever } from '#core/result';
import type { CheckedPass } from '#core/trust';
import type { EntryBody, EntryDraft, EntryKind } from './entry.ts';
import { projectionOf } from './projection.ts';

/**
 * The entry of what happened at the gate; holds masked fields only, and no sealed data yet.
 * `staffId` is whoever is on duty, where anyone said so.
 */
export function toEntryDraft(
  record: Record,
  checkpoint: Checkpoint,
  staffId?: string,
): EntryDraft {
  const onDuty = staffId === undefined ? {} : { staffId };
  switch (record.kind) {
    case 'scan':
      return {
        ...draft('scan', record.id, {
          ...scanBody(record, checkpoint),
          ...onDuty,
        }),
        ...(record.ref !== undefined && { ref: record.ref }),
        at: record.at,
      };
    case 'guard-action':
      return {
        ...draft('guard-action', record.id, {
          ...checkpointBody(checkpoint),
          ...resolutionBody(record.resolution),
          ...(record.ends !== undefined && { ends: record.ends }),
          ...onDuty,
        }),
        ref: record.ref,
        at: record.at,
      };
    default:
      return assertNever(record);
  }
}

function draft(kind: EntryKind, id: string, body: EntryBody) {
  return { id, kind, body, projection: projectionOf(body) };
}

function scanBody(
  record: Extract<Record, { kind: 'scan' }>,
  checkpoint: Checkpoint,
): EntryBody {
  const { scan, verdict, readings } = record;
  const { basis } = verdict;
  return {
    ...checkpointBody(checkpoint),
    scanId: scan.scanId,
    source: scan.source,
    reader: scan.reader,
    readAtMs: wholeMs(scan.at.atMs),
    outcome: verdict.outcome,
    reasons: verdict.reasons.map(reasonBody),
    advice: verdict.advice,
    badges: verdict.badges.map(badgeBody),
    readings: readings.map(readingBody),
    policyVersion: basis.policyVersion,
    trustVersion: basis.trustVersion,
    ...(basis.statusAsOfMs !== undefined && {
      statusAsOf: basis.statusAsOfMs,
    }),
    trustAgeMs: wholeMs(basis.trustAgeMs),
    ...originBody(scan.checked),
    ...(scan.dedupeTag !== undefined && { dedupeTag: scan.dedupeTag }),
    ...(scan.presentationTag !== undefined && {
      presentationTag: scan.presentationTag,
    }),
    ...maskedBody(verdict),
  };
}

function checkpointBody(checkpoint: Checkpoint): EntryBody {
  return {
    checkpoint: checkpoint.id,
    lane: checkpoint.lane,
    direction: checkpoint.direction,
  };
}

function reasonBody(reason: Reason): EntryBody {
  return {
    code: reason.code,
    ...(reason.detail !== undefined && { detail: reason.detail }),
  };
}

function badgeBody(badge: Badge): EntryBody {
  return { kind: badge.kind, state: badge.state };
}

/** Rounded down: against a threshold in whole hundredths that decides as the unrounded figure did. */
function readingBody(reading: Reading): EntryBody {
  return {
    raw: Math.floor(reading.rawCenti),
    estimate: Math.floor(reading.estimateCenti),
    source: reading.source,
  };
}

/** Who signed it, known only where a signature holds: a claimed issuer is never written down. */
function originBody(checked: CheckedPass): EntryBody {
  switch (checked.kind) {
    case 'authentic': {
      const { issuer, key, pass } = checked.authentic;
      return { issuer: issuer.id, kid: key.kid, form: pass.form };
    }
    case 'unusable':
      return { issuer: checked.issuer.id };
    case 'unreadable':
    case 'unknown-key':
    case 'killed-key':
    case 'demo-pass':
    case 'counterfeit':
      return {};
    default:
      return assertNever(checked);
  }
}

function maskedBody(
  verdict: Extract<Record, { kind: 'scan' }>['verdict'],
): EntryBody {
  if (verdict.outcome === 'none' || verdict.subject === undefined) return {};
  const { maskedName, maskedDocument, persons, members } = verdict.subject;
  return {
    persons,
    ...(members.length > 0 && { members: members.map(memberBody) }),
    ...(maskedName !== undefined && { maskedName }),
    ...(maskedDocument !== undefined && { maskedDocument }),
  };
}

/** In the order of the names; who each is stands in those alone. */
function memberBody({ outcome, reasons }: MemberVerdict): EntryBody {
  return { outcome, reasons: reasons.map(reasonBody) };
}

function resolutionBody(resolution: Resolution): EntryBody {
  switch (resolution.kind) {
    case 'allow':
    case 'refuse':
      return { action: resolution.kind, because: resolution.because };
    case 'id-compared':
      return { action: resolution.kind, matches: resolution.matches };
    case 'measure-again':
      return { action: resolution.kind };
    default:
      return assertNever(resolution);
  }
}

/** Ages may be fractional or unbounded where the clock is; the log keeps whole milliseconds. */
function wholeMs(ms: number): number {
  return Math.min(
    Number.MAX_SAFE_INTEGER,
    Math.max(Number.MIN_SAFE_INTEGER, Math.round(ms)),
  );
}
