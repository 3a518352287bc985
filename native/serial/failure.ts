import type { DeviceFailureCode } from '../device.ts';

/**
 * What an error of `serialport` means to a person. The library gives no codes, only the texts of
 * its binding: on Linux around strerror, on Windows its own.
 */
export function serialFailure(message: string): DeviceFailureCode {
  const known = meanings.find(({ says }) => says.test(message));
  return known?.failure ?? 'device.io';
}

const meanings: readonly {
  readonly says: RegExp;
  readonly failure: DeviceFailureCode;
}[] = [
  { says: /cannot lock port|resource busy/i, failure: 'device.busy' },
  // Windows: the port is there, and another program has it.
  { says: /access denied/i, failure: 'device.busy' },
  { says: /permission denied|not permitted/i, failure: 'device.denied' },
  {
    says: /no such (file|device)|file not found/i,
    failure: 'device.missing',
  },
];
