import type { Result } from '#core/result';
import { trustedTime, type HostClock } from '#core/trust';
import {
  contractVersion,
  queryRoles,
  querySchema,
  type Command,
  type CommandAnswer,
  type ContractError,
  type QueryAnswer,
  type Granted,
  type SetupChoice,
  type Snapshot,
} from '#kiosk/contract';
import {
  createAnswers,
  createPublisher,
  maySend,
  refusal,
  type Service,
} from '#kiosk/service';
import { isWeakPin } from '#kiosk/staff';
import { findPorts } from './find-ports.ts';
import { inspectBundle } from './inspect-bundle.ts';
import { nowhere } from './nowhere.ts';
import { createTrialScanner } from './trial-scanner.ts';

export interface SetupParts {
  readonly version: string;
  readonly clock: HostClock;
  newId(): string;
  /** Makes all of it durable, or says why nothing was. The trial scanner is closed by then. */
  complete(choice: SetupChoice): Promise<Result<unknown, ContractError>>;
  /** Hears of a bug of ours that a command ran into. */
  defect(error: unknown): void;
}

/** The service of a kiosk nobody has set up: asks for what it needs, and takes no scan. */
export function startSetup(parts: SetupParts): Service {
  const serviceId = parts.newId();
  const publisher = createPublisher((number) => snapshotNumbered(number));
  const trial = createTrialScanner(
    () => parts.clock.read().monoMs,
    publisher.publish,
  );
  let isCompleting = false;

  async function perform(command: Command): Promise<CommandAnswer> {
    if (command.kind === 'complete-setup') return complete(command.choice);
    if (command.kind === 'try-scanner') {
      await trial.open(command.scanner);
      return { ok: true };
    }
    // A keyboard scanner is tried by scanning; what it types is described and not judged.
    if (command.kind === 'capture' && command.source === 'wedge') {
      trial.typed(command.text);
      return { ok: true };
    }
    return refusal('contract.out-of-service');
  }

  async function complete(choice: SetupChoice): Promise<CommandAnswer> {
    if (isCompleting) return refusal('contract.busy');
    isCompleting = true;
    try {
      await trial.close();
      const completed = await parts.complete(choice);
      return completed.ok ? { ok: true } : refusal(completed.error);
    } finally {
      isCompleting = false;
    }
  }

  function snapshotNumbered(number: number): Snapshot {
    const now = trustedTime(parts.clock.read(), {});
    return {
      contract: contractVersion,
      serviceId,
      number,
      profile: 'site',
      state: 'unconfigured',
      version: parts.version,
      checkpoint: nowhere,
      gate: { kind: 'idle' },
      devices: [],
      freshness: { rung: 'none' },
      clock: { atMs: now.atMs, state: now.state },
      unsent: 0,
      today: { admit: 0, hold: 0, deny: 0, none: 0 },
      jobs: [],
      session: { kind: 'nobody' },
      setup: trial.view(),
    };
  }

  const answers = createAnswers(perform, parts.defect);
  return {
    connect: (granted) => ({
      snapshot: publisher.current,
      subscribe: publisher.subscribe,
      command: (command) => answers(command, { role: () => granted }),
      query: (query) => answerQuery(query, granted, parts.clock),
      close: () => undefined,
    }),
    stop: trial.close,
  };
}

async function answerQuery(
  untrusted: unknown,
  role: Granted,
  clock: HostClock,
): Promise<QueryAnswer> {
  const read = querySchema.safeParse(untrusted);
  if (!read.success) return refusal('contract.bad-request');
  const query = read.data;
  if (!maySend(role, queryRoles[query.kind])) return refusal('contract.role');
  if (query.kind === 'ports') return { ok: true, value: await findPorts() };
  if (query.kind === 'check-pin')
    return { ok: true, value: isWeakPin(query.pin) ? 'weak' : 'good' };
  if (query.kind === 'inspect-bundle') {
    const rootFile = Uint8Array.from(Buffer.from(query.rootFile, 'utf8'));
    const bundle = Uint8Array.from(Buffer.from(query.bundle, 'base64'));
    const value = inspectBundle(rootFile, bundle, clock.read());
    return { ok: true, value };
  }
  return refusal('contract.out-of-service');
}
