import type { Checkpoint } from '#core/policy';
import type { TrustedTime } from '#core/trust';
import type { EntryBody, EntryDraft, EntryKind } from './entry.ts';
import { projectionOf } from './projection.ts';
import type { StaffPerson } from './staff-entry.ts';

export interface Occasion {
  /** UUIDv7. */
  readonly id: string;
  readonly at: TrustedTime;
}

/** The service came up. */
export function toStartDraft(
  start: Occasion & {
    readonly version: string;
    readonly profile: 'demo' | 'site';
    readonly checkpoint: Checkpoint;
  },
): EntryDraft {
  const { checkpoint } = start;
  return hostDraft('start', start, {
    version: start.version,
    profile: start.profile,
    checkpoint: checkpoint.id,
    lane: checkpoint.lane,
    direction: checkpoint.direction,
    timeZone: checkpoint.timeZone,
  });
}

/** The service went down in order; its absence before the next start is a crash or a power cut. */
export function toStopDraft(stop: Occasion): EntryDraft {
  return hostDraft('stop', stop, {});
}

/** A bundle was offered: applied, or refused and why. Or a token said that the one held is the latest. */
export function toImportDraft(
  offered: Occasion & {
    /** SHA-256 of the file as offered, or of the token's text. */
    readonly fileHash: Uint8Array;
    /** Who brought it; absent where nobody is logged in, or nobody brought it. */
    readonly by?: Pick<StaffPerson, 'id' | 'name'>;
    readonly result:
      | { readonly kind: 'applied'; readonly version: number }
      | {
          readonly kind: 'confirmed';
          /** Of the bundle held. */
          readonly version: number;
          /** UTC milliseconds as of which it is known to be the latest. */
          readonly asOfMs: number;
        }
      | {
          readonly kind: 'refused';
          /** A closed code of the one who refused, never text from the file. */
          readonly refusal: string;
        };
  },
): EntryDraft {
  const { result, fileHash, by } = offered;
  const what = result.kind === 'confirmed' ? 'freshness-token' : 'bundle';
  return hostDraft('import', offered, {
    what,
    fileHash,
    ...importResult(result),
    ...(by !== undefined && { staffId: by.id, name: by.name }),
  });
}

function importResult(
  result: Parameters<typeof toImportDraft>[0]['result'],
): EntryBody {
  switch (result.kind) {
    case 'applied':
      return { applied: true, version: result.version };
    case 'confirmed':
      return { applied: true, version: result.version, asOfMs: result.asOfMs };
    case 'refused':
      return { applied: false, refusal: result.refusal };
  }
}

/** The wall clock was found elsewhere than it should be, or someone said what time it is. */
export function toClockDraft(
  clock: Occasion & {
    readonly finding: 'jumped-forward' | 'jumped-back' | 'set';
    /** How far the wall clock left the monotonic one, or a word moved the time; negative is back. */
    readonly byMs: number;
    /** Who said it, where a login says so. */
    readonly by?: StaffPerson;
  },
): EntryDraft {
  const { finding, byMs, by } = clock;
  return hostDraft('clock', clock, {
    finding,
    byMs: Math.round(byMs),
    ...(by !== undefined && { byId: by.id, byName: by.name }),
  });
}

export function hostDraft(
  kind: EntryKind,
  { id, at }: Occasion,
  body: EntryBody,
): EntryDraft {
  return { id, kind, at, body, projection: projectionOf(body) };
}
