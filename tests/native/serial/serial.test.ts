import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gyFrame, sendInChunks } from '#fixtures/devices';
import {
  createScanner,
  createThermometer,
  serialFailure,
  serialTransport,
  type Device,
} from '#native';
import { noPtyBecause, openPtyPair, type PtyPair } from '../../pty.ts';
import { watch } from './watch.ts';

// Other programs and real ports take part: slow on a busy machine, and nothing here measures time.
vi.setConfig({ testTimeout: 30_000 });

const run = promisify(execFile);
const backOff = { delaysMs: [20, 40], jitter: () => 0 } as const;
const monoMs = () => performance.now();

const undo: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function plugged(isPlugged = true): Promise<PtyPair> {
  const pair = await openPtyPair({ isPlugged });
  undo.push(pair.remove);
  return pair;
}

/** A patient one waits 667 ms for the next byte, so that a slow writer cannot cut a scan in two. */
function scannerAt(
  path: string,
  terminator: 'cr' | 'quiet' = 'quiet',
  isPatient = false,
) {
  return stoppedLater(
    createScanner({
      id: 'scanner-1',
      open: () => serialTransport(path, 115_200),
      profile: { baudRate: isPatient ? 300 : 115_200, terminator },
      monoMs,
      backOff,
    }),
  );
}

function thermometerAt(path: string) {
  return stoppedLater(
    createThermometer({
      id: 'thermometer-1',
      open: () => serialTransport(path, 9600),
      monoMs,
      backOff,
    }),
  );
}

function stoppedLater<Item>(device: Device<Item>): Device<Item> {
  undo.push(() => device.stop());
  return device;
}

describe.skipIf(noPtyBecause !== undefined)(
  `a scanner on a real serial port${noPtyBecause ? ` (${noPtyBecause})` : ''}`,
  () => {
    it('reads what printf writes', async () => {
      const pair = await plugged();
      const scanner = watch(scannerAt(pair.kioskPath));
      await scanner.nextState('open');
      await run('sh', ['-c', `printf 'HP1ABC234\\r' > '${pair.devicePath}'`]);
      expect(await scanner.nextItem()).toMatchObject({
        text: 'HP1ABC234',
        suspect: false,
      });
    });

    it('reads one scan from single bytes with pauses', async () => {
      const pair = await plugged();
      const scanner = watch(scannerAt(pair.kioskPath, 'quiet', true));
      await scanner.nextState('open');
      const writes: Promise<void>[] = [];
      await sendInChunks(
        Buffer.from(']Q1姓名\r'),
        (bytes) => writes.push(pair.write(bytes)),
        { chunkBytes: 1, gapMs: 2 },
      );
      await Promise.all(writes);
      expect(await scanner.nextItem()).toMatchObject({
        text: '姓名',
        aim: ']Q1',
      });
      expect(scanner.items()).toHaveLength(1);
    });

    it('splits two scans in one write at CR', async () => {
      const pair = await plugged();
      const scanner = watch(scannerAt(pair.kioskPath, 'cr'));
      await scanner.nextState('open');
      await pair.write('AAA\rBBB\r');
      expect(await scanner.nextItem()).toMatchObject({ text: 'AAA' });
      expect(await scanner.nextItem()).toMatchObject({ text: 'BBB' });
    });

    it('is lost when unplugged, and works again after a replug', async () => {
      const pair = await plugged();
      const scanner = watch(scannerAt(pair.kioskPath));
      await scanner.nextState('open');
      for (const text of ['FIRST', 'SECOND']) {
        await pair.unplug();
        await scanner.nextState('lost: device.unplugged');
        await scanner.nextState('lost: device.missing');
        await pair.replug();
        await scanner.nextState('open');
        await pair.write(`${text}\r`);
        expect(await scanner.nextItem()).toMatchObject({ text });
      }
    });

    it('never joins half a scan before an unplug to the one after it', async () => {
      const pair = await plugged();
      const scanner = watch(scannerAt(pair.kioskPath));
      await scanner.nextState('open');
      await pair.write('HALF OF A');
      await scanner.next(({ kind }) => kind === 'receiving');
      await pair.unplug();
      await scanner.nextState('lost: device.unplugged');
      await pair.replug();
      await scanner.nextState('open');
      await pair.write('WHOLE\r');
      await scanner.next(
        (event) => event.kind === 'item' && event.item.text === 'WHOLE',
      );
      // Silence may end the half before the unplug is noticed; then it is a scan of its own.
      const texts = scanner.items().map(({ text }) => text);
      expect(['HALF OF A', 'WHOLE']).toEqual(expect.arrayContaining(texts));
    });

    it('is missing until its path appears', async () => {
      const pair = await plugged(false);
      const scanner = watch(scannerAt(pair.kioskPath));
      await scanner.nextState('lost: device.missing');
      await pair.replug();
      await scanner.nextState('open');
      await pair.write('ABC\r');
      expect(await scanner.nextItem()).toMatchObject({ text: 'ABC' });
    });

    it('is busy while another has the port, and opens when it is let go', async () => {
      const pair = await plugged();
      const first = scannerAt(pair.kioskPath);
      await watch(first).nextState('open');
      const second = watch(scannerAt(pair.kioskPath));
      await second.nextState('lost: device.busy');
      await first.stop();
      await second.nextState('open');
      await pair.write('ABC\r');
      expect(await second.nextItem()).toMatchObject({ text: 'ABC' });
    });

    it('is denied a port that belongs to others', async () => {
      const pair = await plugged();
      const { stdout } = await run(process.execPath, [
        'tests/native/serial/open-without-rights.ts',
        pair.kioskPath,
      ]);
      expect(stdout).toBe('device.denied');
    });

    it('fails on a path that is no port', async () => {
      const pair = await plugged();
      await writeFile(`${pair.kioskPath}.txt`, 'not a port');
      const scanner = watch(scannerAt(`${pair.kioskPath}.txt`));
      await scanner.nextState('lost: device.io');
    });

    it('reports 1 MiB of noise as overflow and reads the next scan', async () => {
      const pair = await plugged();
      const scanner = watch(scannerAt(pair.kioskPath));
      await scanner.nextState('open');
      await pair.write(pseudoRandomBytes(1_048_576));
      await scanner.next(
        (event) =>
          event.kind === 'fault' && event.failure === 'device.overflow',
      );
      const text = 'AFTER THE NOISE';
      const again = setInterval(() => void pair.write(`${text}\r`), 500);
      undo.push(async () => {
        clearInterval(again);
      });
      await scanner.next(
        (event) => event.kind === 'item' && event.item.text === text,
      );
    });

    it.each([1, 2, 3, 4, 5])(
      'notices an unplug right after the opening (%i)',
      async () => {
        const pair = await plugged();
        const scanner = watch(scannerAt(pair.kioskPath));
        await scanner.nextState('open');
        await pair.unplug();
        await scanner.nextState('lost: device.unplugged');
        await scanner.nextState('lost: device.missing');
      },
    );

    it('can be stopped and started on the same path at once', async () => {
      const pair = await plugged();
      const scanner = scannerAt(pair.kioskPath);
      await watch(scanner).nextState('open');
      for (let round = 0; round < 10; round += 1) {
        await scanner.stop();
        const again = watch(scanner);
        await again.nextState('open');
        expect(again.told).toHaveLength(2);
      }
    });

    it('leaves nothing running once it is stopped', async () => {
      const pair = await plugged();
      const { stdout } = await run(
        process.execPath,
        ['tests/native/serial/open-and-stop.ts', pair.kioskPath],
        { timeout: 20_000 },
      );
      expect(stdout).toBe('opening open closed');
    });

    it('can be stopped while it is opening', async () => {
      const pair = await plugged();
      for (let round = 0; round < 10; round += 1) {
        const scanner = scannerAt(pair.kioskPath);
        const watched = watch(scanner);
        await watched.nextState('opening');
        await scanner.stop();
        expect(watched.told.at(-1)).toEqual({ kind: 'state', state: 'closed' });
      }
      await watch(scannerAt(pair.kioskPath)).nextState('open');
    });
  },
);

describe.skipIf(noPtyBecause !== undefined)(
  `a thermometer on a real serial port${noPtyBecause ? ` (${noPtyBecause})` : ''}`,
  () => {
    const body = { objectCenti: 3652, ambientCenti: 2510 };

    it('reads a frame', async () => {
      const pair = await plugged();
      const thermometer = watch(thermometerAt(pair.kioskPath));
      await thermometer.nextState('open');
      await pair.write(gyFrame(body));
      expect(await thermometer.nextItem()).toMatchObject(body);
    });

    it('passes over garbage and reads the frame after it', async () => {
      const pair = await plugged();
      const thermometer = watch(thermometerAt(pair.kioskPath));
      await thermometer.nextState('open');
      const garbage = pseudoRandomBytes(4096).map((byte) => byte & 0x3f);
      await pair.write(Buffer.concat([garbage, gyFrame(body)]));
      expect(await thermometer.nextItem()).toMatchObject(body);
      expect(thermometer.items()).toHaveLength(1);
    });

    it('comes back by itself after a replug', async () => {
      const pair = await plugged();
      const thermometer = watch(thermometerAt(pair.kioskPath));
      await thermometer.nextState('open');
      await pair.unplug();
      await thermometer.nextState('lost: device.unplugged');
      await pair.replug();
      await thermometer.nextState('open');
      await pair.write(gyFrame(body));
      expect(await thermometer.nextItem()).toMatchObject(body);
    });
  },
);

describe('a serial port without its driver', () => {
  it('is reported as unsupported by a kiosk that starts all the same', async () => {
    const { stdout } = await run(process.execPath, [
      'tests/native/serial/open-without-driver.ts',
    ]);
    expect(stdout).toBe('lost: device.unsupported');
  });
});

describe('serial failures', () => {
  it.each([
    ['Error: No such file or directory, cannot open /dev/x', 'device.missing'],
    ['Error: No such device, cannot open /dev/x', 'device.missing'],
    ['Error: No such device or address, cannot open /dev/x', 'device.missing'],
    ['Opening COM7: File not found', 'device.missing'],
    ['Error Resource temporarily unavailable Cannot lock port', 'device.busy'],
    ['Error: Device or resource busy, cannot open /dev/x', 'device.busy'],
    ['Opening COM7: Access denied', 'device.busy'],
    ['Error: Permission denied, cannot open /dev/x', 'device.denied'],
    ['Error: Operation not permitted, cannot open /dev/x', 'device.denied'],
    ['Error: Input/output error, cannot open /dev/x', 'device.io'],
    ['Opening COM7: Unknown error code 31', 'device.io'],
  ])('reads "%s" as %s', (message, failure) => {
    expect(serialFailure(message)).toBe(failure);
  });
});

/** The same noise every time: a linear congruential generator's upper bytes. */
function pseudoRandomBytes(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
