import type { LogFilter, Outcome, ReasonCode } from '#kiosk/contract';
import type { ZoneTime } from './zone-time.ts';

export type When = 'this-hour' | 'today' | 'seven-days' | 'any-time' | 'custom';

export const whens: readonly When[] = [
  'this-hour',
  'today',
  'seven-days',
  'any-time',
  'custom',
];

/** What stands in the fields above the table; an empty text does not narrow. */
export interface FilterChoice {
  readonly when: When;
  /** As the fields for date and time have it; only for `custom`. */
  readonly from: string;
  readonly until: string;
  readonly kind: NonNullable<LogFilter['kind']> | '';
  readonly outcome: Outcome | '';
  readonly reason: ReasonCode | '';
  readonly issuer: string;
}

/** Today's scans: what is asked for most. */
export const firstChoice: FilterChoice = {
  when: 'today',
  from: '',
  until: '',
  kind: 'scan',
  outcome: '',
  reason: '',
  issuer: '',
};

const hourMs = 3_600_000;

/** What the fields mean at the present instant of the kiosk. */
export function toFilter(
  { when, from, until, kind, outcome, reason, issuer }: FilterChoice,
  nowMs: number,
  zone: ZoneTime,
): LogFilter {
  const fromMs = {
    'this-hour': () => nowMs - hourMs,
    today: () => zone.startOfDay(nowMs),
    'seven-days': () => zone.startOfDay(nowMs - 6 * 24 * hourMs),
    'any-time': () => undefined,
    custom: () => zone.instant(from),
  }[when]();
  const untilMs = when === 'custom' ? zone.instant(until) : undefined;
  return {
    ...(fromMs !== undefined && { fromMs: Math.floor(fromMs) }),
    ...(untilMs !== undefined && { untilMs }),
    ...(kind !== '' && { kind }),
    ...(outcome !== '' && { outcome }),
    ...(reason !== '' && { reason }),
    ...(issuer !== '' && { issuer }),
  };
}
