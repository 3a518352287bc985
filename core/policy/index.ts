export { decide } from './decide.ts';
export type * from './facts.ts';
export { maskDocument, maskName } from './mask.ts';
export type * from './checkpoint.ts';
export { reasonOutcomes } from './reasons.ts';
export type {
  Advice,
  HoldCode,
  Outcome,
  Reason,
  ReasonCode,
} from './reasons.ts';
export { rungOf, trustAgeMs } from './rules.ts';
export type { Rules, Rung } from './rules.ts';
export { readingsOf, withReading } from './temperature.ts';
export type { Reading } from './temperature.ts';
export type * from './verdict.ts';
export { wantsTemperature } from './wants-temperature.ts';
