import { describe, expect, it } from 'vitest';
import {
  keepService,
  restartDelayMs,
  type ForkedService,
  type ServiceKeeper,
} from '../../electron/service-keeper.ts';

interface Forked extends ForkedService {
  readonly number: number;
  readonly told: readonly string[];
  spawn(): void;
  exit(code: number): void;
}

/** A host whose time is told by the test and whose services live and die on its word. */
function createWorld(): {
  keeper: ServiceKeeper<Forked>;
  forked: Forked[];
  told: string[];
  pass(ms: number): void;
} {
  const forked: Forked[] = [];
  const told: string[] = [];
  const timers = new Set<{ atMs: number; work: () => void }>();
  let nowMs = 0;
  const keeper = keepService<Forked>({
    fork: () => {
      const service = createForked(forked.length + 1);
      forked.push(service);
      return service;
    },
    monoMs: () => nowMs,
    after: (delayMs, work) => {
      const timer = { atMs: nowMs + delayMs, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    onUp: ({ number }) => told.push(`up ${number}`),
    onDown: (code, againInMs) =>
      told.push(`down ${code}, again in ${againInMs}`),
  });
  const pass = (ms: number): void => {
    nowMs += ms;
    for (const timer of [...timers].filter(({ atMs }) => atMs <= nowMs)) {
      timers.delete(timer);
      timer.work();
    }
  };
  return { keeper, forked, told, pass };
}

function createForked(number: number): Forked {
  const onSpawn: (() => void)[] = [];
  const onExit: ((code: number) => void)[] = [];
  const told: string[] = [];
  return {
    number,
    told,
    onSpawn: (listener) => onSpawn.push(listener),
    onExit: (listener) => onExit.push(listener),
    askToStop: () => told.push('stop'),
    kill: () => told.push('kill'),
    spawn: () => {
      for (const listener of onSpawn) listener();
    },
    exit: (code) => {
      for (const listener of onExit) listener(code);
    },
  };
}

describe('the service keeper', () => {
  it('forks at once and says when the service is up', () => {
    const { keeper, forked, told } = createWorld();
    expect(keeper.running()).toBeUndefined();
    forked[0]?.spawn();
    expect(keeper.running()).toBe(forked[0]);
    expect(told).toEqual(['up 1']);
  });

  it('forks again when the service ends, and the page is joined to the new one', () => {
    const { keeper, forked, told, pass } = createWorld();
    forked[0]?.spawn();
    forked[0]?.exit(9);
    expect(keeper.running()).toBeUndefined();
    pass(499);
    expect(forked).toHaveLength(1);
    pass(1);
    forked[1]?.spawn();
    expect(keeper.running()).toBe(forked[1]);
    expect(told).toEqual(['up 1', 'down 9, again in 500', 'up 2']);
  });

  it('waits longer with every fall', () => {
    const { forked, told, pass } = createWorld();
    for (let fall = 0; fall < 3; fall += 1) {
      forked.at(-1)?.exit(1);
      pass(60_000);
    }
    expect(told).toEqual([
      'down 1, again in 500',
      'down 1, again in 1000',
      'down 1, again in 2000',
    ]);
  });

  it('counts afresh after a minute without a fall', () => {
    const { forked, told, pass } = createWorld();
    forked.at(-1)?.exit(1);
    pass(500);
    forked.at(-1)?.spawn();
    pass(60_000);
    forked.at(-1)?.exit(1);
    expect(told).toEqual([
      'down 1, again in 500',
      'up 2',
      'down 1, again in 500',
    ]);
  });

  it('goes on counting when the service falls within a minute', () => {
    const { forked, told, pass } = createWorld();
    forked.at(-1)?.exit(1);
    pass(500);
    forked.at(-1)?.spawn();
    pass(59_999);
    forked.at(-1)?.exit(1);
    expect(told.at(-1)).toBe('down 1, again in 1000');
  });

  it('never waits longer than half a minute, and never gives up', () => {
    expect([0, 1, 5, 6, 7, 1000].map(restartDelayMs)).toEqual([
      500, 1000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it.each([
    ['starting', () => undefined],
    ['running', (service: Forked | undefined) => service?.spawn()],
  ])(
    'lets a service that is %s end by itself, and forks no other',
    async (_state, bring) => {
      const { keeper, forked, pass } = createWorld();
      bring(forked[0]);
      const stopped = keeper.stop();
      forked[0]?.exit(0);
      await stopped;
      pass(60_000);
      expect(forked[0]?.told).toEqual(['stop']);
      expect(forked).toHaveLength(1);
      expect(keeper.running()).toBeUndefined();
    },
  );

  it('ends a service by force that does not end in three seconds', async () => {
    const { keeper, forked, pass } = createWorld();
    forked[0]?.spawn();
    const stopped = keeper.stop();
    pass(2999);
    expect(forked[0]?.told).toEqual(['stop']);
    pass(1);
    await stopped;
    expect(forked[0]?.told).toEqual(['stop', 'kill']);
  });

  it('forks no other when it is stopped while it waits', async () => {
    const { keeper, forked, pass } = createWorld();
    forked[0]?.exit(1);
    await keeper.stop();
    pass(60_000);
    expect(forked).toHaveLength(1);
  });
});
