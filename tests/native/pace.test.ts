import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScanner, memoryTransport } from '#native';
import { bytesOf } from './play.ts';
import { inWords, settle } from './scripted.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A started scanner on a host whose clock the test can make jump, as after a stall. */
async function scannerOnStallingHost() {
  const port = memoryTransport();
  let stalledMs = 0;
  let listeningMs = 0;
  const told: string[] = [];
  const device = createScanner({
    id: 'scanner-1',
    open: port.transport,
    profile: { baudRate: 9600, terminator: 'quiet' },
    monoMs: () => performance.now() + stalledMs,
  });
  device.start((event) => {
    told.push(inWords(event));
    if (event.kind === 'receiving') stalledMs += listeningMs;
  });
  await settle();
  return {
    push: (text: string) => {
      port.push(bytesOf(text));
    },
    stall: (ms: number) => {
      stalledMs += ms;
    },
    listenFor: (ms: number) => {
      listeningMs = ms;
    },
    texts: () => told.filter((word) => word.startsWith('item')),
    stop: () => device.stop(),
  };
}

describe('silence on a host that stands still', () => {
  it.each([25, 70, 500])(
    'lets bytes that waited unread for %i ms join their scan',
    async (stallMs) => {
      const scanner = await scannerOnStallingHost();
      scanner.push('AAA');
      scanner.stall(stallMs);
      await vi.advanceTimersByTimeAsync(60);
      expect(scanner.texts()).toEqual([]);
      scanner.push('BBB\r');
      await vi.advanceTimersByTimeAsync(35);
      expect(scanner.texts()).toEqual(['item AAABBB']);
      await scanner.stop();
    },
  );

  it('also when it stood still at the very end', async () => {
    const scanner = await scannerOnStallingHost();
    scanner.push('AAA');
    await vi.advanceTimersByTimeAsync(59);
    scanner.stall(100);
    await vi.advanceTimersByTimeAsync(10);
    expect(scanner.texts()).toEqual([]);
    scanner.push('BBB\r');
    await vi.advanceTimersByTimeAsync(35);
    expect(scanner.texts()).toEqual(['item AAABBB']);
    await scanner.stop();
  });

  it('also when its listener takes that long', async () => {
    const scanner = await scannerOnStallingHost();
    scanner.listenFor(100);
    scanner.push('AAA');
    await vi.advanceTimersByTimeAsync(59);
    expect(scanner.texts()).toEqual([]);
    scanner.push('BBB\r');
    await vi.advanceTimersByTimeAsync(35);
    expect(scanner.texts()).toEqual(['item AAABBB']);
    await scanner.stop();
  });

  it('keeps one timer however many pieces arrive', async () => {
    const scanner = await scannerOnStallingHost();
    for (const piece of ['A', 'B', 'C']) scanner.push(piece);
    expect(vi.getTimerCount()).toBe(1);
    await scanner.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends the scan soon after when nothing was waiting', async () => {
    const scanner = await scannerOnStallingHost();
    scanner.push('AAA\r');
    scanner.stall(500);
    await vi.advanceTimersByTimeAsync(35 + 15);
    expect(scanner.texts()).toEqual(['item AAA']);
    await scanner.stop();
  });

  it('ends the scan within a second on a host that does nothing but stall', async () => {
    const scanner = await scannerOnStallingHost();
    scanner.push('AAA\r');
    for (let stalls = 0; stalls < 40; stalls += 1) {
      scanner.stall(30);
      await vi.advanceTimersByTimeAsync(15);
    }
    expect(scanner.texts()).toEqual(['item AAA']);
    await scanner.stop();
  });
});
