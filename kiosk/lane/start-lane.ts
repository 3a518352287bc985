import type { RecordingFailure, ThermometerProfile } from '#core/gate';
import {
  toStartDraft,
  toStopDraft,
  type EntryDraft,
  type StoreFailure,
} from '#core/log';
import type { Checkpoint } from '#core/policy';
import type { Result } from '#core/result';
import type { HostClock } from '#core/trust';
import type { Store } from '#db';
import { openArchive } from '#kiosk/archive';
import { createTimekeeper } from '#kiosk/clock';
import { sha256, signatures } from '#kiosk/crypto';
import { createExporter, rememberDeviceKey } from '#kiosk/export';
import { createImporter } from '#kiosk/import';
import { createChainProver, createJobBoard } from '#kiosk/jobs';
import { createRecognition } from '#kiosk/recognition';
import { createDayCounts, createRecorder } from '#kiosk/recording';
import { startService, type Service, type ServiceParts } from '#kiosk/service';
import { openStaff } from '#kiosk/staff';
import { openTrust, tombstonesIn } from '#kiosk/trust';
import { metadata } from '#kiosk/tuf';
import {
  createCalendar,
  createDedupeTagger,
  createSealer,
  type KeyVault,
} from '#kiosk/vault';
import type { Device, ScannedText, ThermometerFrame } from '#native';
import { trustOf } from './lane-trust.ts';
import { newId } from './new-id.ts';
import { createOpening } from './opening.ts';
import { recordSetUp, type SetUp } from './record-set-up.ts';
import { version } from './version.ts';
import { watchClock } from './watch-clock.ts';

/** What a profile brings to a lane; everything else is the same for all. */
export interface LaneParts {
  readonly profile: 'demo' | 'site';
  readonly folder: string;
  readonly checkpoint: Checkpoint;
  /** The root metadata this kiosk was given at first. */
  readonly rootFile: Uint8Array;
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
  readonly language?: ServiceParts['language'];
  readonly setUp?: SetUp;
  /** Hears what whoever installs the kiosk has to know and nothing is stopped by. */
  warn(message: string): void;
}

/** A running lane. */
export interface Lane {
  readonly service: Service;
  /** Ends it in order: the log says so, and the folder is free again. */
  stop(): Promise<void>;
}

/** Why no lane starts at all; printed for whoever installs the kiosk. */
export interface StartFailure {
  readonly code: string;
  readonly message: string;
}

/**
 * Joins store, trust, clock and devices into one lane and opens it; out of service where its log
 * cannot be written.
 */
export function startLane(parts: LaneParts): Lane {
  const { store, checkpoint, profile } = parts;
  const { rootFile } = parts;
  const pin = { profile, rootFile, metadata, signatures, sha256 };
  const trust = openTrust(store, pin, tombstonesIn(parts.folder));
  const time = createTimekeeper(
    parts.clock,
    store.clock.memory(),
    trust.asOfMs,
    trust.recoveries,
  );
  const { entries } = store;
  const start = toStartDraft({
    id: newId(),
    at: time.now(),
    version,
    profile,
    checkpoint,
  });
  const { bundle, setUp, warn } = parts;
  const openLog = createOpening({
    start,
    ...(setUp !== undefined && {
      setUp: () => {
        recordSetUp(store, setUp, time.now(), parts.clock);
      },
    }),
    ...(bundle !== undefined && { bundle }),
    entries,
    meta: store.meta,
    trust,
    time,
    warn,
  });
  const calendar = createCalendar(checkpoint.timeZone);
  const recognition = createRecognition({
    entries,
    checkpoint,
    tagger: createDedupeTagger({ vault: parts.vault }),
    calendar,
    seenAgainWithinMs: () =>
      trust.held()?.content.policy.seenAgainWithinMs ?? 0,
  });
  const open = (): Result<void, RecordingFailure> => {
    const opened = openLog();
    return opened.ok ? recognition.recall(time.now()) : opened;
  };
  const opened = open();

  const sealer = createSealer({ siteKey: parts.siteKey, vault: parts.vault });
  const day = createDayCounts(entries, calendar, time.now);
  let unsent = entries.head().seq;
  const recorded = (count: number): void => {
    unsent += count;
  };
  const append = (draft: EntryDraft): Result<unknown, StoreFailure> => {
    const appended = entries.append(draft);
    if (appended.ok) recorded(1);
    return appended;
  };
  const staff = openStaff({
    store: store.staff,
    root: trust.root,
    signatures,
    sha256,
    checkpointId: checkpoint.id,
    now: time.now,
    sayTime: time.say,
    newId,
    recorded,
    warn,
  });
  const clockWatch = watchClock({
    time,
    keeper: store.clock,
    entries,
    recorded,
  });
  const recorder = createRecorder(
    entries,
    checkpoint,
    sealer,
    calendar,
    () => staff.shift()?.staffId,
  );
  const archive = openArchive(entries, parts.folder);
  const laneTrust = trustOf({
    folder: parts.folder,
    checkpoint,
    trust,
    time,
    recorded,
  });
  const { scanners, thermometers, thermometer, demo, language } = parts;
  const service = startService({
    profile,
    checkpoint,
    scanners,
    thermometers,
    thermometer,
    ...(demo !== undefined && { demo }),
    ...(language !== undefined && { language }),
    ...(!opened.ok && { failure: opened.error }),
    state: stateOf(parts),
    version,
    signatures,
    now: time.now,
    sayable: time.sayable,
    newId,
    ...laneTrust,
    recognise: recognition.recognise,
    write: (record) => {
      const written = recorder.write(record);
      if (written.ok) {
        unsent += 1;
        day.add(record);
        recognition.remember(record);
      }
      return written;
    },
    probe: () => {
      if (!open().ok || !recorder.canWrite()) return false;
      unsent = entries.head().seq;
      staff.reread();
      return true;
    },
    defect: (error) => {
      warn(
        `a defect: ${error instanceof Error ? String(error.stack) : String(error)}`,
      );
    },
    counts: day.counts,
    unsent: () => unsent,
    jobs: createJobBoard(
      {
        'verify-chain': createChainProver(parts.folder),
        'export-log': createExporter({
          folder: parts.folder,
          checkpoint,
          archive,
          vault: parts.vault,
          now: time.now,
          newId,
          append,
          remember: (deviceKey) => rememberDeviceKey(store.meta, deviceKey),
        }),
        'import-bundle': createImporter({
          folder: parts.folder,
          trust,
          places: laneTrust.bundlePlaces,
          now: time.now,
          newId,
          append,
          recorded,
        }),
      },
      newId,
    ),
    staff,
    archive,
  });
  return {
    service,
    stop: async () => {
      await service.stop();
      clockWatch.stop();
      entries.append(toStopDraft({ id: newId(), at: time.now() }));
      store.close();
    },
  };
}

/** A hub's word that this kiosk is no longer to decide outlives every restart. */
function stateOf({ store, profile }: LaneParts): ServiceParts['state'] {
  if (store.meta.get('state') === 'revoked') return 'revoked';
  return profile === 'demo' ? 'demo' : 'ready';
}
