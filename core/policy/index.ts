export type * from './facts.ts';
export type * from './policy.ts';
export { reasonOutcomes } from './reasons.ts';
export type { Advice, Outcome, Reason, ReasonCode } from './reasons.ts';
export type * from './temperature.ts';
export type * from './verdict.ts';
