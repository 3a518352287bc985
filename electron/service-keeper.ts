/** A forked service, as far as its keeper needs it. */
export interface ForkedService {
  onSpawn(listener: () => void): void;
  onExit(listener: (code: number) => void): void;
  /** Asks it to close its store and end. */
  askToStop(): void;
  kill(): void;
}

export interface KeeperHost<Service extends ForkedService> {
  fork(): Service;
  monoMs(): number;
  /** Does the work once, later; answers how to cancel it. */
  after(delayMs: number, work: () => void): () => void;
  /** The service can be talked to; called again after every restart. */
  onUp(service: Service): void;
  onDown(code: number, againInMs: number): void;
}

export interface ServiceKeeper<Service extends ForkedService> {
  /** The service, where it can be talked to now. */
  running(): Service | undefined;
  /** Ends the service, by force if it does not end by itself in time, and forks no other. */
  stop(): Promise<void>;
}

type State<Service> =
  | { readonly kind: 'starting'; readonly service: Service }
  | {
      readonly kind: 'running';
      readonly service: Service;
      readonly sinceMs: number;
    }
  | { readonly kind: 'waiting'; readonly cancel: () => void }
  | { readonly kind: 'stopped' };

/** How long a service may take to end by itself. */
const graceMs = 3000;

/** After this long without a fall, the next fall counts as the first. */
const steadyMs = 60_000;

/**
 * Forks the service and forks it again whenever it ends: at once-ish first, then ever more slowly,
 * and never giving up, since a lane has nobody who would start it.
 */
export function keepService<Service extends ForkedService>(
  host: KeeperHost<Service>,
): ServiceKeeper<Service> {
  let falls = 0;
  let state: State<Service> = { kind: 'stopped' };

  const start = (): void => {
    const service = host.fork();
    state = { kind: 'starting', service };
    service.onSpawn(() => {
      if (state.kind !== 'starting') return;
      state = { kind: 'running', service, sinceMs: host.monoMs() };
      host.onUp(service);
    });
    service.onExit(fallen);
  };

  const fallen = (code: number): void => {
    if (state.kind === 'stopped') return;
    if (state.kind === 'running' && host.monoMs() - state.sinceMs >= steadyMs)
      falls = 0;
    const delayMs = restartDelayMs(falls);
    falls += 1;
    state = { kind: 'waiting', cancel: host.after(delayMs, start) };
    host.onDown(code, delayMs);
  };

  start();
  return {
    running: () => (state.kind === 'running' ? state.service : undefined),
    stop: async () => {
      const last = state;
      state = { kind: 'stopped' };
      if (last.kind === 'waiting') last.cancel();
      else if (last.kind !== 'stopped') await endOf(last.service, host);
    },
  };
}

/** Milliseconds to wait before fork number `falls` + 2: half a second, doubling up to half a minute. */
export function restartDelayMs(falls: number): number {
  return Math.min(30_000, 500 * 2 ** falls);
}

function endOf<Service extends ForkedService>(
  service: Service,
  { after }: KeeperHost<Service>,
): Promise<void> {
  return new Promise((resolve) => {
    const cancel = after(graceMs, () => {
      service.kill();
      resolve();
    });
    service.onExit(() => {
      cancel();
      resolve();
    });
    service.askToStop();
  });
}
