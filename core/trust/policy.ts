import type { Recognition } from './recognition.ts';
import type { Colour } from './trust-list.ts';

/** A temperature protocol; all figures in hundredths of a degree Celsius. */
export interface TemperaturePolicy {
  /** At or above this a body-equivalent estimate is a fever (3730 for 37.3 °C). */
  readonly feverAtCenti: number;
  /** Below or above these a reading says nothing of a person. */
  readonly implausibleBelowCenti: number;
  readonly implausibleAboveCenti: number;
}

/** Signed, dated rules of a region: values, never constants, for the source systems disagree. */
export interface Policy {
  readonly version: number;
  /** UTC milliseconds at which whoever makes the rules last said them; told as their age. */
  readonly asOfMs: number;
  readonly region: string;
  /** Narrows what a colour means (green admits, yellow holds, red denies); never widens it. */
  readonly colours: Readonly<Record<Colour, 'admit' | 'hold' | 'deny'>>;
  /** Whether any genuine pass will do, or only one presented live. */
  readonly presentation: 'any' | 'live';
  /** The same pass again within this is held as seen before; 0 where people come and go. */
  readonly seenAgainWithinMs: number;
  /** Absent where no temperature is taken. */
  readonly temperature?: TemperaturePolicy;
  /** Ages of the trust list: normal up to the first, banner to the second, held to the third. */
  readonly freshness: {
    readonly normalMs: number;
    readonly bannerMs: number;
    readonly holdMs: number;
  };
  /** A clean test younger than this earns the test badge; 24, 48, 72 or 168 hours. */
  readonly testBadge: {
    readonly hours: number;
    /** A test whose report has no time earns nothing where the report counts. */
    readonly countsFrom: 'sampled' | 'reported';
  };
  readonly hotline: string;
  /** Absent where every issuer of the bundle counts as at home. */
  readonly recognition?: Recognition;
  /** Where people from elsewhere apply: drawn as a QR code; an https address or plain text. */
  readonly applyCode?: string;
}
