import type { SerialPort } from 'serialport';
import type { DeviceFailureCode } from '../device.ts';
import { TransportError, type Transport } from '../transport.ts';
import { serialFailure } from './failure.ts';

/** How often an open port is asked whether it is still there. */
const watchEveryMs = 500;

/**
 * A serial port at a fixed path, 8N1, no flow control. `serialport` is loaded at the first
 * opening, so a kiosk without it starts all the same and reports `device.unsupported`.
 */
export function serialTransport(path: string, baudRate: number): Transport {
  let opening: Promise<OpenedPort> | undefined;
  let watch: NodeJS.Timeout | undefined;
  let isOver = false;

  return {
    async open(events) {
      const gone = (failure: DeviceFailureCode): void => {
        if (isOver) return;
        isOver = true;
        clearInterval(watch);
        events.gone(failure);
      };
      opening = openPort(path, baudRate, gone);
      const { port, hasLines } = await opening;
      if (isOver) return;
      // Without a consumer of data the library never notices that a port has been unplugged.
      port.on('data', (bytes: Uint8Array) => {
        if (!isOver) events.bytes(bytes);
      });
      watch = setInterval(() => {
        askLines(port, hasLines, gone);
      }, watchEveryMs);
    },
    async close() {
      isOver = true;
      clearInterval(watch);
      const opened = await settled(opening);
      if (opened?.port.isOpen) await closePort(opened.port);
    },
  };
}

interface OpenedPort {
  readonly port: SerialPort;
  /** Whether the port has modem lines to ask about; a pseudo-terminal has none. */
  readonly hasLines: boolean;
}

async function openPort(
  path: string,
  baudRate: number,
  gone: (failure: DeviceFailureCode) => void,
): Promise<OpenedPort> {
  const driver = await loadDriver();
  const port = new driver.SerialPort({ path, baudRate, autoOpen: false });
  port.on('error', (error) => {
    gone(serialFailure(error.message));
  });
  port.on('close', () => {
    gone('device.unplugged');
  });
  port.on('end', () => {
    gone('device.unplugged');
  });
  await new Promise<void>((resolve, reject) => {
    port.open((cause) => {
      if (cause === null) resolve();
      else reject(openingError(cause));
    });
  });
  return { port, hasLines: await raiseLines(port) };
}

async function loadDriver(): Promise<typeof import('serialport')> {
  try {
    return await import('serialport');
  } catch (cause) {
    // Absent, or built for another machine: either way this kiosk has no serial ports.
    const message = 'the package serialport cannot be loaded';
    throw new TransportError('device.unsupported', message, { cause });
  }
}

function openingError(cause: Error): TransportError {
  return new TransportError(serialFailure(cause.message), cause.message, {
    cause,
  });
}

/** Some scanners stay silent until DTR is up. A port without such lines refuses, and may. */
function raiseLines(port: SerialPort): Promise<boolean> {
  return new Promise((resolve) => {
    port.set({ dtr: true, rts: true }, (refused) => {
      resolve(!refused);
    });
  });
}

/**
 * A port that is pulled while the library is reading, and not waiting to read, answers with no
 * bytes for ever: no event comes and a processor is kept busy. Only a question about its lines
 * fails.
 */
function askLines(
  port: SerialPort,
  hasLines: boolean,
  gone: (failure: DeviceFailureCode) => void,
): void {
  port.get((error) => {
    if (error && (hasLines || /input\/output error/i.test(error.message)))
      gone('device.unplugged');
  });
}

/** Whoever opened it has been told why it failed; closing only asks whether there is a port. */
async function settled(
  opening: Promise<OpenedPort> | undefined,
): Promise<OpenedPort | undefined> {
  const [outcome] = await Promise.allSettled([opening]);
  return outcome.status === 'fulfilled' ? outcome.value : undefined;
}

/** Resolves even if the system complains: the handle is given up either way. */
function closePort(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    port.close(() => {
      resolve();
    });
  });
}
