import { afterEach, describe, expect, it, vi } from 'vitest';
import { simulatedScanner, simulatedThermometer } from '#fixtures/devices';
import {
  createScanner,
  createThermometer,
  memoryTransport,
  type ScannedText,
  type ThermometerFrame,
} from '#native';

afterEach(() => {
  vi.useRealTimers();
});

const monoMs = () => performance.now();

describe('simulated scanner', () => {
  it.each([
    { suffix: '\r' },
    { suffix: '\r\n', aim: ']Q1' },
    { suffix: '', pace: { chunkBytes: 7 } },
  ])('is read by the real adapter (%j)', async (habits) => {
    const port = memoryTransport();
    const device = createScanner({
      id: 'scanner-1',
      open: port.transport,
      profile: { baudRate: 9600, terminator: 'cr' },
      monoMs,
    });
    const scanned = new Promise<ScannedText>((resolve) => {
      device.start((event) => {
        if (event.kind === 'item') resolve(event.item);
      });
    });
    await vi.waitUntil(() => device.state === 'open');
    const text = `HP1${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(10)}姓名`;
    await simulatedScanner(port.push, habits).scan(text);
    expect(await scanned).toMatchObject({
      text,
      suspect: false,
      ...('aim' in habits && { aim: habits.aim }),
    });
    await device.stop();
  });
});

describe('simulated thermometer', () => {
  it('sends what it faces ten times a second until it is stopped', async () => {
    vi.useFakeTimers();
    const port = memoryTransport();
    const device = createThermometer({
      id: 'thermometer-1',
      open: port.transport,
      monoMs,
    });
    const frames: ThermometerFrame[] = [];
    device.start((event) => {
      if (event.kind === 'item') frames.push(event.item);
    });
    await vi.advanceTimersByTimeAsync(0);
    const room = { objectCenti: 2300, ambientCenti: 2250 };
    const thermometer = simulatedThermometer(port.push, room);
    await vi.advanceTimersByTimeAsync(200);
    thermometer.face({ objectCenti: 3652, ambientCenti: 2251 });
    await vi.advanceTimersByTimeAsync(100);
    thermometer.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(frames.map(({ objectCenti }) => objectCenti)).toEqual([
      2300, 2300, 3652,
    ]);
    await device.stop();
  });
});
