/** The life of a device; one owner, one handle at a time. */
export type DeviceState = 'closed' | 'opening' | 'open' | 'lost';

/** Why a device is not open, or what it did wrong; closed, each with words and a way back. */
export type DeviceFailureCode =
  | 'device.missing'
  | 'device.busy'
  | 'device.denied'
  | 'device.unplugged'
  | 'device.io'
  | 'device.overflow'
  /** This machine lacks the driver package for the port. */
  | 'device.unsupported';

export type DeviceEvent<Item> =
  | {
      readonly kind: 'state';
      readonly state: DeviceState;
      readonly failure?: DeviceFailureCode;
    }
  /** First bytes of something not yet complete. */
  | { readonly kind: 'receiving'; readonly monoMs: number }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'fault'; readonly failure: DeviceFailureCode };

/** A scanner or a thermometer: it opens itself, comes back by itself, and only ever tells. */
export interface Device<Item> {
  readonly id: string;
  readonly kind: 'scanner' | 'thermometer';
  readonly state: DeviceState;
  start(listener: (event: DeviceEvent<Item>) => void): void;
  stop(): Promise<void>;
}

/** Raw text of one scan as the reader gave it, the reader's own framing removed. */
export interface ScannedText {
  readonly text: string;
  /** AIM symbology identifier such as `]Q1`, when the reader sends one. */
  readonly aim?: string;
  /** The bytes were neither UTF-8 nor GB 18030 and were read as Latin-1. */
  readonly suspect: boolean;
  readonly monoMs: number;
}

/** One frame of a thermometer, hundredths of a degree Celsius, uncorrected. */
export interface ThermometerFrame {
  readonly objectCenti: number;
  readonly ambientCenti?: number;
  readonly monoMs: number;
}
