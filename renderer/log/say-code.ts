import type { FollowUp, LogRow, Outcome, Words } from '#kiosk/contract';
import type { Refusal } from '../app/use-refusal.ts';
import type { VerdictKind } from '../verdict/kind.ts';

/** The word of a closed code, or the code itself where an older or later program wrote it. */
function sayCode(
  texts: Readonly<Record<string, string>>,
  code: string,
): string {
  return Object.hasOwn(texts, code) ? (texts[code] ?? code) : code;
}

export function sayOutcome(w: Words, outcome: Outcome): string {
  return outcome === 'none' ? w.log.screen.none : w.outcomes[outcome];
}

export function sayReason(w: Words, code: string): string {
  return (
    Object.entries(w.reasons).find(([known]) => known === code)?.[1].log ?? code
  );
}

function sayBecause(w: Words, code: string): string {
  return sayCode(
    { ...w.log.causes, ...w.allowReasons, ...w.refuseReasons },
    code,
  );
}

/** What was done, with why: of a scan its deciding reason, of anything else its action. */
export function sayWhat(
  w: Words,
  row: Pick<LogRow, 'kind' | 'reasons' | 'action' | 'because'>,
): string {
  const [reason] = row.reasons;
  if (reason !== undefined) return sayReason(w, reason);
  return sayAction(w, row);
}

export function sayAction(
  w: Words,
  { kind, action, because }: Pick<FollowUp, 'kind' | 'action' | 'because'>,
): string {
  const done =
    action === undefined
      ? sayCode(w.log.kinds, kind)
      : sayCode(w.log.actions, action);
  return because === undefined ? done : `${done} · ${sayBecause(w, because)}`;
}

/** The shape that stands before the word. */
export function markOf(outcome: Outcome): VerdictKind {
  return outcome === 'none' ? 'neutral' : outcome;
}

export function refusalText(w: Words, refusal: Refusal): string {
  return refusal === 'no-answer'
    ? w.screen['no-answer']
    : w.contractErrors[refusal];
}
