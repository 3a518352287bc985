import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScanner } from '#native';
import { scannerOn, scriptedPort, started } from './scripted.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('device back-off', () => {
  const gapsOf = (atMs: readonly number[]) =>
    atMs.slice(1).map((ms, n) => Math.round(ms - (atMs[n] ?? 0)));

  it('waits 0.25, 0.5, 1, 2, then 5 s between attempts', async () => {
    const port = scriptedPort(['device.missing']);
    const device = scannerOn(port.open);
    started(device);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(gapsOf(port.attemptsAtMs)).toEqual([
      250, 500, 1000, 2000, 5000, 5000,
    ]);
    await device.stop();
  });

  it('adds at most a fifth of jitter', async () => {
    const port = scriptedPort(['device.missing']);
    const device = createScanner({
      id: 'scanner-1',
      open: port.open,
      profile: { baudRate: 9600, terminator: 'quiet' },
      monoMs: () => performance.now(),
      backOff: { delaysMs: [1000], jitter: () => 1 },
    });
    started(device);
    await vi.advanceTimersByTimeAsync(2500);
    expect(gapsOf(port.attemptsAtMs)).toEqual([1200, 1200]);
    await device.stop();
  });

  it.each(['device.denied', 'device.unsupported'] as const)(
    'does not hurry after %s',
    async (failure) => {
      const port = scriptedPort([failure]);
      const device = scannerOn(port.open);
      started(device);
      await vi.advanceTimersByTimeAsync(11_000);
      expect(gapsOf(port.attemptsAtMs)).toEqual([5000, 5000]);
      await device.stop();
    },
  );

  it('keeps slowing down for a port that opens and vanishes at once', async () => {
    const port = scriptedPort(['opens']);
    const device = scannerOn(port.open);
    device.start((event) => {
      if (event.kind === 'state' && event.state === 'open')
        port.handles.at(-1)?.events?.gone('device.unplugged');
    });
    await vi.advanceTimersByTimeAsync(4000);
    expect(gapsOf(port.attemptsAtMs)).toEqual([250, 500, 1000, 2000]);
    await device.stop();
  });

  it('starts over once a port has been open for two seconds', async () => {
    const port = scriptedPort(['device.missing', 'device.missing', 'opens']);
    const device = scannerOn(port.open);
    started(device);
    await vi.advanceTimersByTimeAsync(750 + 2000);
    port.handles.at(-1)?.events?.gone('device.unplugged');
    await vi.advanceTimersByTimeAsync(250);
    expect(gapsOf(port.attemptsAtMs)).toEqual([250, 500, 2250]);
    await device.stop();
  });
});
