import type { Outcome } from '#core/policy';
import type { EntryBody, EntryProjection, EntryValue } from './entry.ts';

/** The fields of a body that a log page filters by or shows in a row; absent where the body has none. */
export function projectionOf(body: EntryBody): EntryProjection {
  const reason = decidingReason(body['reasons']);
  const { outcome, issuer, dedupeTag, maskedName, maskedDocument } = body;
  return {
    ...(isOutcome(outcome) && { outcome }),
    ...(reason !== undefined && { reason }),
    ...(isText(issuer) && { issuer }),
    ...(isText(dedupeTag) && { dedupeTag }),
    ...(isText(maskedName) && { maskedName }),
    ...(isText(maskedDocument) && { maskedDocument }),
  };
}

function decidingReason(reasons: EntryValue | undefined): string | undefined {
  if (!Array.isArray(reasons)) return undefined;
  // Array.isArray loses the element type; the elements of an EntryValue are EntryValues.
  const first = reasons[0] as EntryValue | undefined;
  const code = isBody(first) ? first['code'] : undefined;
  return isText(code) ? code : undefined;
}

const outcomes: Readonly<Record<Outcome, true>> = {
  admit: true,
  hold: true,
  deny: true,
  none: true,
};

function isOutcome(value: EntryValue | undefined): value is Outcome {
  return isText(value) && Object.hasOwn(outcomes, value);
}

export function isBody(value: EntryValue | undefined): value is EntryBody {
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

function isText(value: EntryValue | undefined): value is string {
  return typeof value === 'string';
}
