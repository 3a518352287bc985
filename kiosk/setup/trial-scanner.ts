import { decodeText } from '#core/pass';
import type { SetupDevice, SetupScan } from '#kiosk/contract';
import {
  createScanner,
  serialTransport,
  type Device,
  type DeviceEvent,
  type ScannedText,
} from '#native';

/** The scanner of the test scan: one at a time, by the same adapter the lane will use. */
export interface TrialScanner {
  view(): SetupScan;
  /** Opens this one in the place of the one before, whose port is free by then. */
  open(scanner: SetupDevice): Promise<void>;
  /** A keyboard scanner typed this. */
  typed(text: string): void;
  close(): Promise<void>;
}

/** `changed` is called with every change of what can be seen; what is read is described and dropped. */
export function createTrialScanner(
  monoMs: () => number,
  changed: () => void,
): TrialScanner {
  let view: SetupScan = { scanner: 'closed' };
  let device: Device<ScannedText> | undefined;
  let settled = Promise.resolve();
  const show = (next: SetupScan): void => {
    view = next;
    changed();
  };
  const close = async (): Promise<void> => {
    const closing = device;
    device = undefined;
    await closing?.stop();
    show({ scanner: 'closed' });
  };
  const open = (opened: Device<ScannedText>): void => {
    device = opened;
    opened.start((event) => {
      if (device === opened) show(after(view, event));
    });
  };
  /** One after the other: two clients that try two scanners must not leave both open. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    settled = settled.then(work);
    return settled;
  };
  return {
    view: () => view,
    open: (scanner) =>
      inTurn(async () => {
        await close();
        open(scannerAt(scanner, monoMs));
      }),
    typed: (text) => {
      show({ ...view, read: described(text) });
    },
    close: () => inTurn(close),
  };
}

function after(view: SetupScan, event: DeviceEvent<ScannedText>): SetupScan {
  switch (event.kind) {
    case 'receiving':
      return view;
    case 'item':
      return { ...view, read: described(event.item.text) };
    case 'fault':
      return { ...view, failure: event.failure };
    case 'state':
      return {
        scanner: event.state,
        ...(event.failure !== undefined && { failure: event.failure }),
        ...(view.read !== undefined && { read: view.read }),
      };
  }
}

function scannerAt(
  { path, baud }: SetupDevice,
  monoMs: () => number,
): Device<ScannedText> {
  return createScanner({
    id: 'scanner-1',
    open: () => serialTransport(path, baud),
    profile: { terminator: 'cr', baudRate: baud },
    monoMs,
  });
}

/** Whether it has the frame of a pass; whose it is, nobody here may know. */
function described(text: string): NonNullable<SetupScan['read']> {
  return { characters: [...text].length, kind: kindOf(text) };
}

function kindOf(text: string): NonNullable<SetupScan['read']>['kind'] {
  const read = decodeText(text);
  if (read.ok) return 'pass';
  return read.error.reason === 'not-a-pass' ? 'other' : 'broken';
}
