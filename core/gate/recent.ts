import type { Recent, Scan, Sighting } from './gate.ts';
import { gateTimes } from './times.ts';

/**
 * Whether this is the same presentation as one just judged (format, section 5): the same pass within
 * 8 s of its latest entry, or the same live presentation within 45 s of its first sight.
 */
export function isRecent(
  { passes, presentations }: Recent,
  { dedupeTag, presentationTag, at: { monoMs } }: Scan,
): boolean {
  const { samePresentationMs, presentationMs } = gateTimes;
  return (
    isIn(within(passes, samePresentationMs, monoMs), dedupeTag) ||
    isIn(within(presentations, presentationMs, monoMs), presentationTag)
  );
}

/**
 * Remembers a scan an entry of which has just become durable: its pass from now on, its presentation
 * from when it was first read, which no later entry moves. A replay is no first sight.
 */
export function remember(
  { passes, presentations }: Recent,
  { dedupeTag, presentationTag, history, at }: Scan,
  nowMonoMs: number,
): Recent {
  const { samePresentationMs, presentationMs } = gateTimes;
  const others = within(passes, samePresentationMs, nowMonoMs).filter(
    ({ tag }) => tag !== dedupeTag,
  );
  const earlier = within(presentations, presentationMs, nowMonoMs);
  const isNew = history.kind !== 'replay' && !isIn(earlier, presentationTag);
  return {
    passes: withTag(others, dedupeTag, nowMonoMs),
    presentations: isNew
      ? withTag(earlier, presentationTag, at.monoMs)
      : earlier,
  };
}

/** More than pass a lane while either is remembered; the oldest goes first, to be a new scan. */
const remembered = 32;

function withTag(
  sightings: readonly Sighting[],
  tag: string | undefined,
  atMonoMs: number,
): readonly Sighting[] {
  return tag === undefined
    ? sightings
    : [...sightings, { tag, atMonoMs }].slice(-remembered);
}

function within(
  sightings: readonly Sighting[],
  ms: number,
  nowMonoMs: number,
): readonly Sighting[] {
  return sightings.filter(({ atMonoMs }) => nowMonoMs - atMonoMs < ms);
}

function isIn(
  sightings: readonly Sighting[],
  sought: string | undefined,
): boolean {
  return sightings.some(({ tag }) => tag === sought);
}
