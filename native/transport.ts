import type { DeviceFailureCode } from './device.ts';

/**
 * Bytes to and from one opened port. A transport is used for one attempt and thrown away:
 * reopening the same handle after a write error is not reliable.
 */
export interface Transport {
  /** Resolves once bytes can flow; rejects with a TransportError. */
  open(events: TransportEvents): Promise<void>;
  close(): Promise<void>;
}

export interface TransportEvents {
  readonly bytes: (bytes: Uint8Array) => void;
  /** Called at most once, and not after a deliberate close. */
  readonly gone: (failure: DeviceFailureCode) => void;
}

export class TransportError extends Error {
  readonly code: DeviceFailureCode;

  constructor(
    code: DeviceFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
  }
}
