import {
  accepts,
  captureFate,
  scanIdOf,
  type GuardEvent,
  type CaptureSource,
  type GateEvent,
} from '#core/gate';
import { assertNever } from '#core/result';
import { checkPass, type TrustedTime } from '#core/trust';
import type {
  Command,
  CommandAnswer,
  Granted,
  Snapshot,
} from '#kiosk/contract';
import {
  commandRoles,
  contractVersion,
  staffCommandRoles,
} from '#kiosk/contract';
import type { Asker } from '#kiosk/jobs';
import { rulesOf } from '#kiosk/trust';
import { freshnessOf, viewOf } from '#kiosk/view';
import type { Desk } from '#kiosk/staff';
import { createAnswers, maySend, refusal } from './answers.ts';
import { routed, startDevices } from './device-board.ts';
import { createGateLoop } from './gate-loop.ts';
import { createNotices } from './notices.ts';
import { createPublisher } from './publisher.ts';
import { answerQuery } from './queries.ts';
import type { Service, ServiceParts } from './service-parts.ts';

const freshnessEveryMs = 30_000;
const probeEveryMs = 5_000;

/** Runs one checkpoint lane: readers in, verdicts recorded, snapshots out. */
export function startService(parts: ServiceParts): Service {
  const serviceId = parts.newId();
  const rules = () => rulesOf(parts.trust, parts.checkpoint);
  const publisher = createPublisher((number) => snapshotNumbered(number));
  const notices = createNotices(publisher.publish);
  const loop = createGateLoop({
    now: parts.now,
    newId: parts.newId,
    world: () => ({ rules: rules(), thermometer: parts.thermometer }),
    write: parts.write,
    changed: publisher.publish,
  });
  const board = startDevices(
    [
      ...parts.scanners.map((scanner) =>
        routed(scanner, (event) => {
          if (event.kind === 'receiving')
            loop.send({ kind: 'reading-started', monoMs: event.monoMs });
          if (event.kind === 'item')
            capture(event.item.text, 'serial', scanner.id);
        }),
      ),
      ...parts.thermometers.map((thermometer) =>
        routed(thermometer, (event) => {
          if (event.kind === 'item')
            send({ kind: 'sampled', sample: event.item });
        }),
      ),
    ],
    publisher.publish,
  );
  if (parts.failure !== undefined)
    loop.send({ kind: 'not-recorded', failure: parts.failure });
  const stopJobs = parts.jobs.onChange(publisher.publish);
  const timers = [
    setInterval(publisher.publish, freshnessEveryMs),
    setInterval(() => {
      restoreRecording();
    }, probeEveryMs),
  ];

  function capture(
    text: string,
    source: CaptureSource,
    reader: string,
  ): CommandAnswer {
    if (
      parts.state === 'revoked' ||
      loop.gate().phase.kind === 'out-of-service'
    )
      return refusal('contract.out-of-service');
    const forStaff = parts.staff.take(text);
    if (forStaff !== undefined) {
      publisher.publish();
      return forStaff;
    }
    const at = parts.now();
    const trust = parts.trust.held()?.trust;
    const checked = checkPass(text, trust, parts.signatures, at, parts.profile);
    const scan = {
      scanId: parts.newId(),
      source,
      reader,
      at,
      checked,
      ...parts.recognise(checked, at),
    };
    const fate = captureFate(loop.gate(), scan);
    if (fate !== 'taken') {
      if (fate !== 'noise') notices.show(fate);
      return fate === 'finish-first' ? refusal('contract.busy') : { ok: true };
    }
    loop.send({ kind: 'presented', scan, entryId: parts.newId() });
    return inService();
  }

  /** Adds the instant and a fresh entry id, which only the host can make. */
  function send(event: Undated<GateEvent>): void {
    loop.send({ ...event, at: parts.now(), entryId: parts.newId() });
  }

  function answer(event: Undated<GuardEvent>): CommandAnswer {
    const dated = { ...event, at: parts.now(), entryId: parts.newId() };
    if (scanIdOf(loop.gate()) !== event.scanId)
      return refusal('contract.stale-scan');
    if (!accepts(loop.gate(), dated)) return refusal('contract.not-offered');
    loop.send(dated);
    return inService();
  }

  /** What was asked for is done, unless it could not be recorded. */
  function inService(): CommandAnswer {
    return loop.gate().phase.kind === 'out-of-service'
      ? refusal('contract.out-of-service')
      : { ok: true };
  }

  function restoreRecording(): CommandAnswer {
    if (loop.gate().phase.kind !== 'out-of-service') return { ok: true };
    if (!parts.probe()) return refusal('contract.out-of-service');
    loop.send({ kind: 'recording-restored' });
    return { ok: true };
  }

  async function perform(command: Command, desk: Desk): Promise<CommandAnswer> {
    if (isDeskWork(command)) desk.used();
    switch (command.kind) {
      case 'capture':
        return capture(command.text, command.source, command.source);
      case 'resolve':
        return answer({
          kind: 'resolved',
          scanId: command.scanId,
          resolution: command.resolution,
        });
      case 'type-temperature':
        return answer({
          kind: 'typed',
          scanId: command.scanId,
          centi: command.centi,
        });
      case 'dismiss':
        return answer({ kind: 'dismissed', scanId: command.scanId });
      case 'retry-recording':
        return restoreRecording();
      case 'report-input-method':
        notices.show('switch-input-method');
        return { ok: true };
      case 'verify-chain':
        return parts.jobs.start({ kind: 'verify-chain' })
          ? { ok: true }
          : refusal('contract.busy');
      case 'export-log':
        return parts.jobs.start({
          kind: 'export-log',
          request: command.request,
          ...askerAt(desk),
        })
          ? { ok: true }
          : refusal('contract.busy');
      case 'import-bundle':
        return parts.jobs.start({
          kind: 'import-bundle',
          placeId: command.placeId,
          ...askerAt(desk),
        })
          ? { ok: true }
          : refusal('contract.busy');
      case 'confirm-freshness':
        return confirmFreshness(command.token, desk);
      case 'cancel-job':
        return cancelJob(command.jobId, desk.role());
      case 'demo-arrive':
        return parts.demo?.arrive(command.personId) === true
          ? { ok: true }
          : refusal('contract.not-offered');
      case 'try-scanner':
      case 'complete-setup':
        return refusal('contract.not-offered');
      case 'log-in':
      case 'log-out':
      case 'stay':
      case 'add-staff':
      case 'remove-staff':
      case 'set-badge':
      case 'change-own-pin':
      case 'reset-pin':
      case 'recover':
      case 'start-shift':
      case 'end-shift':
      case 'set-clock':
      case 'await-read':
        return desk.perform(command).finally(publisher.publish);
      default:
        return assertNever(command);
    }
  }

  /** Its signature decides, whoever holds it up; the log has who did, where someone is logged in. */
  function confirmFreshness(token: string, desk: Desk): CommandAnswer {
    const confirmed = parts.confirm(token, askerAt(desk).by);
    if (!confirmed.ok) return refusal(confirmed.error);
    publisher.publish();
    return { ok: true };
  }

  /** Whoever may start such a job may end it. */
  function cancelJob(jobId: string, role: Granted): CommandAnswer {
    const job = parts.jobs.jobs().find(({ id }) => id === jobId);
    if (job === undefined) return refusal('contract.no-such-job');
    if (!maySend(role, commandRoles[job.kind])) return refusal('contract.role');
    return parts.jobs.cancel(jobId)
      ? { ok: true }
      : refusal('contract.no-such-job');
  }

  function snapshotNumbered(number: number): Common {
    const now = parts.now();
    const notice = notices.current();
    const shift = parts.staff.shift();
    return {
      contract: contractVersion,
      serviceId,
      number,
      profile: parts.profile,
      state: parts.state,
      version: parts.version,
      ...(parts.language !== undefined && { language: parts.language }),
      checkpoint: parts.checkpoint,
      gate: viewOf(loop.gate().phase, {
        monoMs: now.monoMs,
        thermometer: parts.thermometer,
        hotline: parts.trust.held()?.policy.hotline,
        applyCode: parts.trust.held()?.policy.applyCode,
        lostScanner: board.lostScanner(),
      }),
      ...(notice !== undefined && { notice }),
      devices: board.statuses(),
      freshness: freshnessOf(rules(), now),
      clock: clockOf(parts, now),
      unsent: parts.unsent(),
      today: parts.counts(),
      jobs: parts.jobs.jobs(),
      ...(shift !== undefined && { shift }),
      ...(parts.demo !== undefined && {
        demo: {
          people: parts.demo.people,
          supervisorPin: parts.demo.supervisorPin,
        },
      }),
    };
  }

  const answers = createAnswers(perform, parts.defect);
  return {
    connect: (granted) => {
      const desk = parts.staff.openDesk(granted, publisher.publish);
      const seenHere = (common: Common): Snapshot => {
        const read = desk.read();
        const session = desk.session();
        return { ...common, session, ...(read !== undefined && { read }) };
      };
      return {
        snapshot: () => seenHere(publisher.current()),
        subscribe: (listener) =>
          publisher.subscribe((common) => {
            listener(seenHere(common));
          }),
        command: (command) => answers(command, desk),
        query: async (query) => {
          desk.used();
          return answerQuery(query, desk.role(), parts);
        },
        close: desk.close,
      };
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      stopJobs();
      loop.stop();
      notices.stop();
      parts.staff.stop();
      await board.stop();
      await parts.jobs.stop();
    },
  };
}

/** What passes at the gate goes on by itself and says nothing of who is logged in. */
function isDeskWork({ kind }: Command): boolean {
  return kind in staffCommandRoles || commandRoles[kind] !== 'guard';
}

/** Who asks for a job; nobody where the host lets its clients do so without a log-in. */
function askerAt(desk: Desk): { readonly by?: Asker } {
  const session = desk.session();
  return session.kind === 'staff'
    ? { by: { id: session.staffId, name: session.name } }
    : {};
}

function clockOf({ sayable }: ServiceParts, now: TrustedTime): Common['clock'] {
  const settable = sayable();
  return {
    atMs: now.atMs,
    state: now.state,
    ...(settable !== undefined && { settable }),
  };
}

/** What is the same for every client. */
type Common = Omit<Snapshot, 'session' | 'read'>;

/** A gate event as a client or a device can give it. */
type Undated<Event> = Event extends {
  readonly at: TrustedTime;
  readonly entryId: string;
}
  ? Omit<Event, 'at' | 'entryId'>
  : never;
