import { defaultBackOff, delayAfter, type BackOff } from './back-off.ts';
import type {
  Device,
  DeviceEvent,
  DeviceFailureCode,
  DeviceState,
} from './device.ts';
import type { Framer } from './framer.ts';
import { pace, type Pace } from './pace.ts';
import { TransportError, type Transport } from './transport.ts';

export interface DevicePlan {
  readonly id: string;
  /** A new transport for every attempt. */
  readonly open: () => Transport;
  readonly monoMs: () => number;
  readonly backOff?: BackOff;
}

/** Open for less than this, a device is not back: the next attempt waits longer still. */
const steadyMs = 2000;

/**
 * Keeps one device open: closed → opening → open → lost → opening …, until stopped. A failure of
 * the port is a state, never an exception; `lost` names it, and `opening` repeats it while it is
 * being tried again.
 */
export function createDevice<Item>(
  kind: Device<Item>['kind'],
  plan: DevicePlan,
  framer: () => Framer<Item>,
): Device<Item> {
  let state: DeviceState = 'closed';
  let run: { stopping: AbortController; ended: Promise<void> } | undefined;

  return {
    id: plan.id,
    kind,
    get state() {
      return state;
    },
    start(listener) {
      if (run !== undefined)
        throw new Error(`device ${plan.id} is already started`);
      const stopping = new AbortController();
      const tell = (event: DeviceEvent<Item>): void => {
        if (event.kind === 'state') state = event.state;
        listener(event);
      };
      const ended = keepOpen(plan, framer, stopping.signal, tell);
      run = { stopping, ended };
    },
    async stop() {
      const stopped = run;
      if (stopped === undefined) return;
      stopped.stopping.abort();
      await stopped.ended;
      if (run === stopped) run = undefined;
    },
  };
}

async function keepOpen<Item>(
  plan: DevicePlan,
  framer: () => Framer<Item>,
  signal: AbortSignal,
  tell: (event: DeviceEvent<Item>) => void,
): Promise<void> {
  // Nothing is told before `start` has returned.
  await Promise.resolve();
  const backOff = plan.backOff ?? defaultBackOff;
  let failure: DeviceFailureCode | undefined;
  let attempts = 0;
  while (!signal.aborted) {
    tell(stateEvent('opening', failure));
    const ended = await useOnce(plan, framer(), signal, tell);
    if (ended === 'stopped') break;
    failure = ended.failure;
    if (ended.openForMs >= steadyMs) attempts = 0;
    await pause(delayAfter(failure, attempts, backOff), signal);
    attempts += 1;
  }
  tell(stateEvent('closed'));
}

interface Ended {
  readonly failure: DeviceFailureCode;
  readonly openForMs: number;
}

/**
 * One transport from its opening to its closing. Once it has ended, by itself or by `signal`, the
 * handle has no say any more: whatever it still sends belongs to nobody.
 */
async function useOnce<Item>(
  { open, monoMs }: DevicePlan,
  framer: Framer<Item>,
  signal: AbortSignal,
  tell: (event: DeviceEvent<Item>) => void,
): Promise<Ended | 'stopped'> {
  const transport = open();
  const pacer = pace(framer, monoMs, tell);
  const ending = Promise.withResolvers<DeviceFailureCode | 'stopped'>();
  let openedAtMs: number | undefined;
  let hasEnded = false;

  const end = (why: DeviceFailureCode | 'stopped'): void => {
    if (hasEnded) return;
    hasEnded = true;
    pacer.stop();
    ending.resolve(why);
    if (why !== 'stopped') tell(stateEvent('lost', why));
  };
  const stop = (): void => {
    end('stopped');
  };
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();

  try {
    const failure = await openOrFail(transport, pacer, end);
    if (failure !== undefined) end(failure);
    if (!hasEnded) {
      openedAtMs = monoMs();
      tell(stateEvent('open'));
    }
    const why = await ending.promise;
    if (why === 'stopped') return why;
    return { failure: why, openForMs: monoMs() - (openedAtMs ?? monoMs()) };
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
    await transport.close();
  }
}

async function openOrFail(
  transport: Transport,
  pacer: Pace,
  gone: (failure: DeviceFailureCode) => void,
): Promise<DeviceFailureCode | undefined> {
  try {
    await transport.open({ bytes: pacer.push, gone });
    return undefined;
  } catch (error) {
    if (error instanceof TransportError) return error.code;
    throw error;
  }
}

function stateEvent(
  state: DeviceState,
  failure?: DeviceFailureCode,
): Extract<DeviceEvent<never>, { kind: 'state' }> {
  return failure === undefined
    ? { kind: 'state', state }
    : { kind: 'state', state, failure };
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, delayMs);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}
