import type { TrustedTime } from '#core/trust';
import type { EntryBody, EntryDraft } from './entry.ts';
import { projectionOf } from './projection.ts';
import type { EntryFilter } from './store.ts';

/** What left the kiosk, and with whom. */
export interface ExportEvent {
  /** UUIDv7. */
  readonly id: string;
  readonly at: TrustedTime;
  /** Entries in the file. */
  readonly rows: number;
  /** SHA-256 of the file, 32 bytes. */
  readonly sha256: Uint8Array;
  readonly filter: EntryFilter;
  readonly place: 'data-folder' | 'drive';
  /** Entries that were found altered on the way; whatever they say is in the file. */
  readonly altered: number;
  /** Public half of the key that signed the manifest, 32 bytes. */
  readonly deviceKey: Uint8Array;
  /** Who asked for it; absent where the host lets its clients do so without a log-in. */
  readonly by?: { readonly id: string; readonly name: string };
}

/** The entry of an export; the name of its file is in none. */
export function toExportDraft(event: ExportEvent): EntryDraft {
  const { id, at, rows, sha256, filter, place, altered, deviceKey, by } = event;
  const body: EntryBody = {
    action: 'exported',
    rows,
    sha256,
    filter: filterBody(filter),
    place,
    altered,
    deviceKey,
    ...(by !== undefined && { staffId: by.id, name: by.name }),
  };
  return { id, kind: 'export', at, body, projection: projectionOf(body) };
}

/** A filter as entries and manifests carry it: what does not narrow is absent. */
export function filterBody(filter: EntryFilter): EntryBody {
  const { fromMs, untilMs, kind, outcome, reason, issuer } = filter;
  return {
    ...(fromMs !== undefined && { fromMs }),
    ...(untilMs !== undefined && { untilMs }),
    ...(kind !== undefined && { kind }),
    ...(outcome !== undefined && { outcome }),
    ...(reason !== undefined && { reason }),
    ...(issuer !== undefined && { issuer }),
  };
}
