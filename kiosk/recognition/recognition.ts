import type { Record, RecordingFailure, Scan } from '#core/gate';
import {
  readHeader,
  toEntryDraft,
  type Entry,
  type EntryStore,
} from '#core/log';
import type { Checkpoint } from '#core/policy';
import { err, ok, type Result } from '#core/result';
import type { CheckedPass, TrustedTime } from '#core/trust';
import { StoreError } from '#db';
import { recordingFailure } from '#kiosk/recording';
import type { Calendar, DedupeTagger } from '#kiosk/vault';
import { presentationTagOf } from './presentation-tag.ts';
import { createSightings } from './sightings.ts';

export interface RecognitionParts {
  readonly entries: Pick<EntryStore, 'page'>;
  readonly checkpoint: Checkpoint;
  readonly tagger: DedupeTagger;
  readonly calendar: Calendar;
  /** How far back the policy in force asks for passes seen before. */
  seenAgainWithinMs(): number;
}

export interface Recognition {
  /**
   * Reads back from the log what was shown lately; to be called until it is ok, and nobody is to be
   * scanned before. Once ok it does nothing more.
   */
  recall(now: TrustedTime): Result<void, RecordingFailure>;
  /** What tells an authentic pass and its presentation from others, and what is remembered of both. */
  recognise(checked: CheckedPass, at: TrustedTime): Recognised;
  /** A record has become durable. */
  remember(record: Record): void;
}

type Recognised = Pick<Scan, 'dedupeTag' | 'presentationTag' | 'history'>;

/**
 * Knows passes and presentations again, across restarts, by what the log says of them and never by
 * bytes: the same pass encoded twice is the same pass.
 */
export function createRecognition(parts: RecognitionParts): Recognition {
  const { checkpoint, tagger, calendar } = parts;
  const sightings = createSightings(remembered);
  let isRecalled = false;

  return {
    recall: (now) => {
      if (isRecalled) return ok(undefined);
      try {
        for (const { header } of latest(parts, now).toReversed()) {
          const read = readHeader(header);
          // A header that cannot be read says nothing; verifying the chain names it.
          if (read.ok) sightings.add(read.value);
        }
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return err(recordingFailure(error.failure));
      }
      isRecalled = true;
      return ok(undefined);
    },
    recognise: (checked, at) => {
      if (checked.kind !== 'authentic') return { history: { kind: 'new' } };
      const { authentic } = checked;
      const day = calendar.dayOf(at.atMs);
      const presentationTag = presentationTagOf(authentic);
      const tags = {
        dedupeTag: tagger.tag(authentic.pass, day),
        ...(presentationTag !== undefined && { presentationTag }),
      };
      return { ...tags, history: sightings.of(tags) };
    },
    remember: (record) => {
      sightings.add(toEntryDraft(record, checkpoint));
    },
  };
}

/** Hours of the busiest lane. Kept by number and not by age: a clock set wrong forgets nobody. */
const remembered = 4096;

const pageLength = 256;

/**
 * A presentation is in time for at most 90 s beyond what the clock allows on either side; a clock that
 * has drifted for 30 days allows 9 minutes each way.
 */
const presentationMs = 30 * 60_000;

/** The newest entries first: a page at least, and on until they are too old to matter. */
function latest(
  { entries, seenAgainWithinMs }: RecognitionParts,
  now: TrustedTime,
): readonly Entry[] {
  const sinceMs = now.lowerMs - Math.max(presentationMs, seenAgainWithinMs());
  const read: Entry[] = [];
  let beforeSeq: number | undefined = Number.MAX_SAFE_INTEGER;
  while (beforeSeq !== undefined && read.length < remembered) {
    const page = entries.page({ beforeSeq, limit: pageLength });
    read.push(...page.entries);
    const isOldEnough = page.entries.some(
      ({ columns }) => columns.atMs < sinceMs,
    );
    beforeSeq = isOldEnough ? undefined : page.nextBeforeSeq;
  }
  return read;
}
