import { vi } from 'vitest';
import {
  createScanner,
  TransportError,
  type Device,
  type DeviceEvent,
  type DeviceFailureCode,
  type ScannedText,
  type Transport,
  type TransportEvents,
} from '#native';

export const steadyBackOff = {
  delaysMs: [250, 500, 1000, 2000, 5000],
  jitter: () => 0,
} as const;

export function scannerOn(open: () => Transport): Device<ScannedText> {
  return createScanner({
    id: 'scanner-1',
    open,
    profile: { baudRate: 9600, terminator: 'quiet' },
    monoMs: () => performance.now(),
    backOff: steadyBackOff,
  });
}

/** Starts a device and keeps what it tells, states as `state` or `state: failure`. */
export function started(device: Device<ScannedText>) {
  const told: string[] = [];
  device.start((event) => told.push(inWords(event)));
  return told;
}

export function inWords(event: DeviceEvent<ScannedText>): string {
  switch (event.kind) {
    case 'state':
      return event.failure ? `${event.state}: ${event.failure}` : event.state;
    case 'item':
      return `item ${event.item.text}`;
    case 'fault':
      return `fault ${event.failure}`;
    case 'receiving':
      return 'receiving';
  }
}

/** Lets promises settle without moving the clock. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** A port whose every move the test decides, to show what each handle was asked. */
export function scriptedPort(outcomes: (DeviceFailureCode | 'opens')[]) {
  const handles: { events: TransportEvents | undefined; closes: number }[] = [];
  const attemptsAtMs: number[] = [];
  const open = (): Transport => {
    const handle: (typeof handles)[number] = { events: undefined, closes: 0 };
    handles.push(handle);
    return {
      async open(events) {
        attemptsAtMs.push(performance.now());
        handle.events = events;
        const outcome = outcomes[handles.length - 1] ?? outcomes.at(-1);
        if (outcome !== 'opens' && outcome !== undefined)
          throw new TransportError(outcome, 'as scripted');
      },
      async close() {
        handle.closes += 1;
      },
    };
  };
  return { open, handles, attemptsAtMs };
}
