import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createScanner,
  createThermometer,
  memoryTransport,
  type TransportEvents,
} from '#native';
import { bytesOf } from './play.ts';
import {
  inWords,
  scannerOn,
  scriptedPort,
  settle,
  started,
} from './scripted.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('device', () => {
  it('is closed until it is started, then opens', async () => {
    const device = scannerOn(memoryTransport().transport);
    expect(device.state).toBe('closed');
    const told = started(device);
    expect(told).toEqual([]);
    await settle();
    expect(device.state).toBe('open');
    expect(told).toEqual(['opening', 'open']);
    await device.stop();
  });

  it('hands out scans once silence has ended them', async () => {
    const port = memoryTransport();
    const device = scannerOn(port.transport);
    const told = started(device);
    await settle();
    port.push(bytesOf('ABC'));
    port.push(bytesOf('DEF\r'));
    await vi.advanceTimersByTimeAsync(34);
    expect(told.slice(2)).toEqual(['receiving']);
    await vi.advanceTimersByTimeAsync(1);
    expect(told.slice(2)).toEqual(['receiving', 'item ABCDEF']);
    await device.stop();
  });

  it('reports an overflow as a fault and stays open', async () => {
    const port = memoryTransport();
    const device = scannerOn(port.transport);
    const told = started(device);
    await settle();
    port.push(new Uint8Array(9000).fill(0x41));
    await vi.advanceTimersByTimeAsync(100);
    port.push(bytesOf('ABC\r'));
    await vi.advanceTimersByTimeAsync(100);
    expect(told.slice(2)).toEqual([
      'fault device.overflow',
      'receiving',
      'item ABC',
    ]);
    expect(device.state).toBe('open');
    await device.stop();
  });

  it('comes back by itself after an unplug and a replug', async () => {
    const port = memoryTransport();
    const device = scannerOn(port.transport);
    const told = started(device);
    await settle();
    port.unplug();
    expect(device.state).toBe('lost');
    await vi.advanceTimersByTimeAsync(400);
    port.replug();
    await vi.advanceTimersByTimeAsync(1000);
    port.push(bytesOf('ABC\r'));
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([
      'opening',
      'open',
      'lost: device.unplugged',
      'opening: device.unplugged',
      'lost: device.missing',
      'opening: device.missing',
      'open',
      'receiving',
      'item ABC',
    ]);
    await device.stop();
  });

  it('drops half a scan that the unplug cut off', async () => {
    const port = memoryTransport();
    const device = scannerOn(port.transport);
    const told = started(device);
    await settle();
    port.push(bytesOf('ABC'));
    port.unplug();
    port.replug();
    await vi.advanceTimersByTimeAsync(1000);
    port.push(bytesOf('DEF\r'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.filter((word) => word.startsWith('item'))).toEqual([
      'item DEF',
    ]);
    await device.stop();
  });

  it('reads thermometer frames in the same way', async () => {
    const port = memoryTransport();
    const device = createThermometer({
      id: 'thermometer-1',
      open: port.transport,
      monoMs: () => 42,
    });
    const items: unknown[] = [];
    device.start((event) => {
      if (event.kind === 'item') items.push(event.item);
    });
    await settle();
    port.push(bytesOf({ hex: '5a5a45040e4409ce26' }));
    expect(device.kind).toBe('thermometer');
    expect(items).toEqual([
      { objectCenti: 3652, ambientCenti: 2510, monoMs: 42 },
    ]);
    await device.stop();
  });
});

describe('device handles', () => {
  it('opens a new one for every attempt and closes each', async () => {
    const port = scriptedPort(['device.busy', 'opens']);
    const device = scannerOn(port.open);
    started(device);
    await vi.advanceTimersByTimeAsync(300);
    port.handles.at(-1)?.events?.gone('device.io');
    await vi.advanceTimersByTimeAsync(600);
    await device.stop();
    expect(port.handles.map(({ closes }) => closes)).toEqual([1, 1, 1]);
  });

  it('lets late events of an old one change nothing', async () => {
    const port = scriptedPort(['opens']);
    const device = scannerOn(port.open);
    const told = started(device);
    await settle();
    const old = port.handles[0]?.events;
    old?.gone('device.unplugged');
    await vi.advanceTimersByTimeAsync(300);
    expect(device.state).toBe('open');
    const before = [...told];
    old?.gone('device.io');
    old?.bytes(bytesOf('ABC\r'));
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(before);
    expect(device.state).toBe('open');
    await device.stop();
  });

  it('does not open the next before the last is closed', async () => {
    const closing = Promise.withResolvers<void>();
    let opened = 0;
    let gone: TransportEvents['gone'] | undefined;
    const device = scannerOn(() => ({
      async open(events) {
        opened += 1;
        gone = events.gone;
      },
      close: () => closing.promise,
    }));
    started(device);
    await settle();
    gone?.('device.unplugged');
    await vi.advanceTimersByTimeAsync(5000);
    expect(opened).toBe(1);
    closing.resolve();
    await vi.advanceTimersByTimeAsync(250);
    expect(opened).toBe(2);
    await device.stop();
  });
});

describe('device stop', () => {
  it('closes an open port, tells so last, and leaves no timer', async () => {
    const port = scriptedPort(['opens']);
    const device = scannerOn(port.open);
    const told = started(device);
    await settle();
    port.handles[0]?.events?.bytes(bytesOf('ABC'));
    await device.stop();
    expect(told).toEqual(['opening', 'open', 'receiving', 'closed']);
    expect(port.handles[0]?.closes).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('closes a port that was still opening, and never tells that it opened', async () => {
    const opening = Promise.withResolvers<void>();
    let closes = 0;
    const device = scannerOn(() => ({
      open: () => opening.promise,
      close: async () => {
        closes += 1;
      },
    }));
    const told = started(device);
    await settle();
    const stopped = device.stop();
    opening.resolve();
    await stopped;
    expect(told).toEqual(['opening', 'closed']);
    expect(closes).toBe(1);
  });

  it('ends the wait for the next attempt at once', async () => {
    const device = scannerOn(scriptedPort(['device.missing']).open);
    const told = started(device);
    await settle();
    expect(device.state).toBe('lost');
    await device.stop();
    expect(told.at(-1)).toBe('closed');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits until the port is closed', async () => {
    const closing = Promise.withResolvers<void>();
    const device = scannerOn(() => ({
      open: async () => {},
      close: () => closing.promise,
    }));
    started(device);
    await settle();
    let isStopped = false;
    const stopped = device.stop().then(() => {
      isStopped = true;
    });
    await settle();
    expect(isStopped).toBe(false);
    closing.resolve();
    await stopped;
    expect(device.state).toBe('closed');
  });

  it.each(['opening', 'open', 'lost'] as const)(
    'may be called by the listener that hears of %s',
    async (state) => {
      const port = scriptedPort([
        state === 'lost' ? 'device.missing' : 'opens',
      ]);
      const device = scannerOn(port.open);
      const told: string[] = [];
      let stopped: Promise<void> | undefined;
      device.start((event) => {
        told.push(inWords(event));
        if (event.kind === 'state' && event.state === state)
          stopped = device.stop();
      });
      await settle();
      await stopped;
      expect(told.at(-1)).toBe('closed');
      expect(vi.getTimerCount()).toBe(0);
      expect(port.handles.every(({ closes }) => closes === 1)).toBe(true);
    },
  );

  it('keeps back what the same bytes held besides', async () => {
    const port = memoryTransport();
    const device = createScanner({
      id: 'scanner-1',
      open: port.transport,
      profile: { baudRate: 9600, terminator: 'cr' },
      monoMs: () => performance.now(),
    });
    const told: string[] = [];
    let stopped: Promise<void> | undefined;
    device.start((event) => {
      told.push(inWords(event));
      if (event.kind === 'item') stopped = device.stop();
    });
    await settle();
    port.push(bytesOf('AAA\rBBB\rCCC'));
    await stopped;
    expect(told).toEqual(['opening', 'open', 'item AAA', 'closed']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may be called twice, and before a start', async () => {
    const device = scannerOn(memoryTransport().transport);
    await device.stop();
    started(device);
    await Promise.all([device.stop(), device.stop()]);
    expect(device.state).toBe('closed');
  });

  it('lets the device be started again', async () => {
    const port = memoryTransport();
    const device = scannerOn(port.transport);
    started(device);
    await settle();
    await device.stop();
    const told = started(device);
    await settle();
    expect(told).toEqual(['opening', 'open']);
    await device.stop();
  });

  it('refuses a second start', async () => {
    const device = scannerOn(memoryTransport().transport);
    started(device);
    expect(() => started(device)).toThrow('already started');
    await device.stop();
  });
});
