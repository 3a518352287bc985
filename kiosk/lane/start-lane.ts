import type { ThermometerProfile } from '#core/gate';
import {
  toImportDraft,
  toStartDraft,
  toStopDraft,
  type EntryDraft,
} from '#core/log';
import type { Checkpoint } from '#core/policy';
import { err, ok, type Result } from '#core/result';
import type { HostClock, PinnedRoot } from '#core/trust';
import type { Store } from '#db';
import { createTimekeeper, type Timekeeper } from '#kiosk/clock';
import { sha256, signatures } from '#kiosk/crypto';
import { createJobBoard } from '#kiosk/jobs';
import { createDayCounts, createRecorder } from '#kiosk/recording';
import { startService, type Service, type ServiceParts } from '#kiosk/service';
import { openTrust, type TrustKeeper } from '#kiosk/trust';
import {
  createCalendar,
  createDedupeTagger,
  createSealer,
  type KeyVault,
} from '#kiosk/vault';
import type { Device, ScannedText, ThermometerFrame } from '#native';
import { newId } from './new-id.ts';
import { version } from './version.ts';

/** What a profile brings to a lane; everything else is the same for all. */
export interface LaneParts {
  readonly profile: 'demo' | 'site';
  readonly folder: string;
  readonly checkpoint: Checkpoint;
  readonly root: PinnedRoot;
  /** A signed bundle to apply before the first scan, if it is newer than the one held. */
  readonly bundle?: Uint8Array;
  readonly store: Store;
  readonly clock: HostClock;
  readonly vault: KeyVault;
  /** Public half of the site's long-term key, 32 bytes: who a scan was about is sealed to it. */
  readonly siteKey: Uint8Array;
  readonly scanners: readonly Device<ScannedText>[];
  readonly thermometers: readonly Device<ThermometerFrame>[];
  readonly thermometer: ThermometerProfile;
  readonly demo?: ServiceParts['demo'];
  /** Hears what whoever installs the kiosk has to know and nothing is stopped by. */
  warn(message: string): void;
}

/** A running lane. */
export interface Lane {
  readonly service: Service;
  /** Ends it in order: the log says so, and the folder is free again. */
  stop(): Promise<void>;
}

/** The store could not take the lane's first entry: nothing could be recorded, so nothing starts. */
export interface LaneFailure {
  readonly code: string;
  readonly message: string;
}

/** Joins store, trust, clock and devices into one lane and opens it. */
export function startLane(parts: LaneParts): Result<Lane, LaneFailure> {
  const { store, checkpoint, profile } = parts;
  const pin = { profile, root: parts.root, signatures, sha256 };
  const trust = openTrust(store, pin);
  const time = createTimekeeper(
    parts.clock,
    store.clock.memory(),
    () => trust.held()?.content.signedAtMs,
  );
  const started = store.entries.append(
    toStartDraft({
      id: newId(),
      at: time.now(),
      version,
      profile,
      checkpoint,
    }),
  );
  if (!started.ok) return err(started.error);
  if (parts.bundle !== undefined) {
    const imported = store.entries.append(
      offerBundle(parts.bundle, trust, time, parts.warn),
    );
    if (!imported.ok) return err(imported.error);
  }

  const calendar = createCalendar(checkpoint.timeZone);
  const sealer = createSealer({ siteKey: parts.siteKey, vault: parts.vault });
  const recorder = createRecorder(store.entries, checkpoint, sealer, calendar);
  const day = createDayCounts(store.entries, calendar, time.now);
  const tagger = createDedupeTagger({ vault: parts.vault });
  let unsent = store.entries.head().seq;
  const { scanners, thermometers, thermometer, demo } = parts;
  const service = startService({
    profile,
    checkpoint,
    scanners,
    thermometers,
    thermometer,
    ...(demo !== undefined && { demo }),
    state: stateOf(parts),
    version,
    signatures,
    now: time.now,
    newId,
    held: trust.held,
    dedupeTag: (checked, at) =>
      checked.kind === 'authentic'
        ? tagger.tag(checked.authentic.pass, calendar.dayOf(at.atMs))
        : undefined,
    write: (record) => {
      const written = recorder.write(record);
      if (written.ok) {
        unsent += 1;
        day.add(record);
      }
      return written;
    },
    probe: recorder.canWrite,
    counts: day.counts,
    unsent: () => unsent,
    jobs: createJobBoard(parts.folder, newId),
  });
  return ok({
    service,
    stop: async () => {
      await service.stop();
      store.entries.append(toStopDraft({ id: newId(), at: time.now() }));
      store.close();
    },
  });
}

/** A hub's word that this kiosk is no longer to decide outlives every restart. */
function stateOf({ store, profile }: LaneParts): ServiceParts['state'] {
  if (store.meta.get('state') === 'revoked') return 'revoked';
  return profile === 'demo' ? 'demo' : 'ready';
}

/** Applies a bundle through its one door; the log keeps what came of it, refused ones too. */
function offerBundle(
  bundle: Uint8Array,
  trust: TrustKeeper,
  time: Timekeeper,
  warn: LaneParts['warn'],
): EntryDraft {
  const applied = trust.apply(bundle, time.now());
  if (!applied.ok)
    warn(
      `the bundle is refused (${applied.error.code} at ${applied.error.where ?? 'its signature'}); the one held stays in force`,
    );
  return toImportDraft({
    id: newId(),
    at: time.now(),
    fileHash: sha256(bundle),
    result: applied.ok
      ? { kind: 'applied', version: applied.value.version }
      : { kind: 'refused', refusal: applied.error.code },
  });
}
