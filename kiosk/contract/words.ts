import type {
  AllowReason,
  RecordingFailure,
  RefuseReason,
  ResolutionKind,
} from '#core/gate';
import type { StoreFailureCode } from '#core/log';
import type { Form, Lookalike } from '#core/pass';
import type { Advice, Badge, Checkpoint, ReasonCode } from '#core/policy';
import type { Colour, TimeState } from '#core/trust';
import type { ContractError } from './commands.ts';
import type {
  DeviceFailure,
  DeviceStatus,
  Freshness,
  Snapshot,
} from './snapshot.ts';
import type { DisplayWords } from './words/display-words.ts';
import type { LogWords } from './words/log-words.ts';
import type { SetupWords } from './words/setup-words.ts';
import type { StaffWords } from './words/staff-words.ts';
import type { TrustWords } from './words/trust-words.ts';
import displayEn from './words/display.en.json' with { type: 'json' };
import displayZh from './words/display.zh.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import logEn from './words/log.en.json' with { type: 'json' };
import logZh from './words/log.zh.json' with { type: 'json' };
import setupEn from './words/setup.en.json' with { type: 'json' };
import setupZh from './words/setup.zh.json' with { type: 'json' };
import staffEn from './words/staff.en.json' with { type: 'json' };
import staffZh from './words/staff.zh.json' with { type: 'json' };
import trustEn from './words/trust.en.json' with { type: 'json' };
import trustZh from './words/trust.zh.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

/** Chinese first, English second; a screen shows both and the guard says which one is large. */
export type Language = 'zh' | 'en';

/** The four ways to say one reason. */
export interface ReasonWords {
  /** Read at two metres: at most eight Chinese characters or four English words. */
  readonly guard: string;
  /** A polite sentence for the person. */
  readonly holder: string;
  /** Spoken, so short and without names. */
  readonly voice: string;
  /** For tables and exports. */
  readonly log: string;
}

/** `guard` is what to do, `holder` what to tell the person. */
export interface AdviceWords {
  readonly guard: string;
  readonly holder: string;
}

/** `seems` names what was shown, `instead` says what to show. */
export interface LookalikeWords {
  readonly seems: string;
  readonly instead: string;
}

/** `fault` says what is wrong, `wayBack` what to do about it. */
export interface FailureWords {
  readonly fault: string;
  readonly wayBack: string;
}

/** `label` stands in a bar; `warning` is said when it needs attention. */
export interface StateWords {
  readonly label: string;
  readonly warning: string;
}

type BadgeName = {
  [K in Badge['kind']]: `${K}-${Extract<Badge, { kind: K }>['state']}`;
}[Badge['kind']];

/** Every word a person may meet, keyed by the closed codes; what is in braces is filled in. */
export interface Words {
  readonly outcomes: Readonly<Record<'admit' | 'hold' | 'deny', string>>;
  readonly reasons: Readonly<Record<ReasonCode, ReasonWords>>;
  readonly advice: Readonly<Record<Advice, AdviceWords>>;
  readonly lookalikes: Readonly<Record<Lookalike, LookalikeWords>>;
  readonly colours: Readonly<Record<Colour, string>>;
  readonly forms: Readonly<Record<Form, string>>;
  readonly badges: Readonly<Record<BadgeName, string>>;
  readonly directions: Readonly<Record<Checkpoint['direction'], string>>;
  readonly resolutions: Readonly<Record<ResolutionKind, string>>;
  readonly allowReasons: Readonly<Record<AllowReason, string>>;
  readonly refuseReasons: Readonly<Record<RefuseReason, string>>;
  readonly deviceKinds: Readonly<Record<DeviceStatus['kind'], string>>;
  readonly deviceStates: Readonly<Record<DeviceStatus['state'], string>>;
  readonly deviceFailures: Readonly<Record<DeviceFailure, FailureWords>>;
  readonly storeFailures: Readonly<Record<StoreFailureCode, FailureWords>> &
    Readonly<Record<RecordingFailure, FailureWords>>;
  readonly contractErrors: Readonly<Record<ContractError, string>>;
  readonly freshness: Readonly<Record<Freshness['rung'], StateWords>>;
  readonly clock: Readonly<Record<TimeState, StateWords>>;
  readonly ages: Readonly<Record<'minutes' | 'hours' | 'days', string>>;
  readonly notices: Readonly<Record<NonNullable<Snapshot['notice']>, string>>;
  readonly profiles: Readonly<Record<Snapshot['profile'], string>>;
  readonly states: Readonly<Record<Snapshot['state'], StateWords>>;
  readonly screen: Readonly<Record<ScreenWord, string>>;
  readonly display: DisplayWords;
  readonly staff: StaffWords;
  readonly setup: SetupWords;
  readonly log: LogWords;
  readonly trust: TrustWords;
}

/** What only a screen says: titles, buttons, names of the bars. */
export type ScreenWord =
  | 'show-pass'
  | 'phone-or-paper'
  | 'reading'
  | 'take-temperature'
  | 'measurement'
  | 'come-closer'
  | 'keep-still'
  | 'type-it'
  | 'typed-temperature'
  | 'done'
  | 'delete'
  | 'back'
  | 'why-allow'
  | 'why-refuse'
  | 'does-id-match'
  | 'id-matches'
  | 'id-differs'
  | 'id-compared'
  | 'also'
  | 'person'
  | 'born'
  | 'persons'
  | 'members'
  | 'seen-at'
  | 'temperature'
  | 'apply-code'
  | 'allowed-by-guard'
  | 'refused-by-guard'
  | 'recorded'
  | 'scanner-lost'
  | 'thermometer-lost'
  | 'still-works'
  | 'keyboard-scanner'
  | 'register-by-hand'
  | 'lane-closed'
  | 'other-lane'
  | 'staff-code'
  | 'try-again'
  | 'reload'
  | 'connecting'
  | 'one-moment'
  | 'connection-lost'
  | 'reconnecting'
  | 'other-version'
  | 'reload-page'
  | 'address-expired'
  | 'open-address'
  | 'defect'
  | 'defect-way-back'
  | 'first-run'
  | 'needs-configuration'
  | 'no-answer'
  | 'unsent'
  | 'unsent-many'
  | 'today'
  | 'not-passes'
  | 'no-reader'
  | 'version'
  | 'lane'
  | 'switch-language'
  | 'sound-on'
  | 'sound-off'
  | 'sound-blocked'
  | 'more-warnings'
  | 'demo-panel'
  | 'demo-people'
  | 'demo-paste'
  | 'demo-send'
  | 'close'
  | 'top-bar'
  | 'bottom-bar'
  | 'countdown';

export const words: Readonly<Record<Language, Words>> = {
  zh: joined(zh, displayZh, staffZh, setupZh, logZh, trustZh),
  en: joined(en, displayEn, staffEn, setupEn, logEn, trustEn),
};

/** Each part of the screens has a file of its own; what a command answers is looked up in one place. */
function joined(
  gate: GateWords,
  display: DisplayWords,
  staff: StaffWords,
  setup: SetupWords,
  log: LogWords,
  trust: TrustWords,
): Words {
  const contractErrors = {
    ...gate.contractErrors,
    ...staff.errors,
    ...setup.errors,
    ...trust.errors,
  };
  return { ...gate, contractErrors, display, staff, setup, log, trust };
}

/** What zh.json and en.json hold. */
type GateWords = Omit<
  Words,
  'contractErrors' | 'display' | 'staff' | 'setup' | 'log' | 'trust'
> & {
  readonly contractErrors: Readonly<
    Record<Extract<ContractError, `contract.${string}`>, string>
  >;
};

/** Puts values into the braces of a text; a brace without a value is a defect. */
export function fill(
  text: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return text.replaceAll(/\{(\w+)\}/g, (_brace, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}}`);
    return String(value);
  });
}
