import type { HeaderDraft } from '#core/log';
import type { PassHistory } from '#core/policy';

/** What the log has said of passes and presentations, as far back as it is kept here. */
export interface Sightings {
  /** Takes in the next entry of the log; the oldest is taken first. */
  add(entry: HeaderDraft): void;
  of(tags: Tags): PassHistory;
}

/** What tells a pass, and what tells one live presentation of it. */
export interface Tags {
  readonly dedupeTag: string;
  readonly presentationTag?: string;
}

/**
 * A presentation counts from the first entry of it on, whatever became of that scan: it is used up.
 * A pass counts only once its holder was let in, by the kiosk or by the guard: who was sent to rest
 * after a fever and returns has not been seen.
 */
export function createSightings(atMost: number): Sightings {
  const presentations = new Map<string, Sighting>();
  const letIn = new Map<string, Sighting>();
  /** The pass of every scan, by its first entry, to which a guard's action refers. */
  const passes = new Map<string, string>();

  const keep = <Kept>(kept: Map<string, Kept>, key: string, of: Kept): void => {
    kept.delete(key);
    kept.set(key, of);
    for (const oldest of kept.keys()) {
      if (kept.size <= atMost) break;
      kept.delete(oldest);
    }
  };

  return {
    add: ({ id, ref = id, at, body }) => {
      const { lane, dedupeTag, presentationTag, outcome, ends } = body;
      if (typeof lane !== 'string') return;
      const sighting = { atMs: at.atMs, lane };
      if (
        typeof presentationTag === 'string' &&
        !presentations.has(presentationTag)
      )
        keep(presentations, presentationTag, sighting);
      if (typeof dedupeTag === 'string') keep(passes, ref, dedupeTag);
      const pass = passes.get(ref);
      const isLetIn = outcome === 'admit' || ends === 'allowed';
      if (pass !== undefined && isLetIn) keep(letIn, pass, sighting);
    },
    of: ({ dedupeTag, presentationTag = '' }) => {
      const shown = presentations.get(presentationTag);
      if (shown !== undefined) return { kind: 'replay', ...shown };
      const entered = letIn.get(dedupeTag);
      return entered === undefined
        ? { kind: 'new' }
        : { kind: 'seen-again', ...entered };
    },
  };
}

interface Sighting {
  readonly atMs: number;
  readonly lane: string;
}
