import type { SiteType } from '#core/policy';
import type { BundleRefusalCode } from '#core/trust';
import type { SetupError } from '../setup.ts';

/** What the first run says. */
export interface SetupWords {
  readonly errors: Readonly<Record<SetupError, string>>;
  readonly steps: Readonly<
    Record<SetupStep, { readonly title: string; readonly help: string }>
  >;
  readonly siteTypes: Readonly<Record<SiteType, string>>;
  readonly refusals: Readonly<
    Record<
      BundleRefusalCode | 'not-a-root' | 'demo-root' | 'unfit-root',
      string
    >
  >;
  readonly screen: Readonly<Record<SetupWord, string>>;
}

/** One decision each, in this order. */
export type SetupStep =
  | 'language'
  | 'site-type'
  | 'place'
  | 'lane'
  | 'bundle'
  | 'supervisor'
  | 'passphrase'
  | 'scanner'
  | 'thermometer'
  | 'test'
  | 'summary';

export type SetupWord =
  | 'welcome'
  | 'progress'
  | 'step-of'
  | 'next'
  | 'back'
  | 'write'
  | 'writing'
  | 'edit'
  | 'name-zh'
  | 'name-en'
  | 'checkpoint-id'
  | 'id-hint'
  | 'lane-name'
  | 'direction'
  | 'time-zone'
  | 'needed'
  | 'bad-id'
  | 'root-file'
  | 'bundle-file'
  | 'choose-file'
  | 'drop-file'
  | 'too-large'
  | 'fingerprint'
  | 'compare'
  | 'compared'
  | 'root'
  | 'new-root'
  | 'new-root-by'
  | 'new-root-by-one'
  | 'version'
  | 'bundle-version'
  | 'signed'
  | 'region'
  | 'issuers'
  | 'private-half'
  | 'age-banner'
  | 'age-hold'
  | 'age-expired'
  | 'supervisor-name'
  | 'pin'
  | 'pin-again'
  | 'pin-hint'
  | 'differ'
  | 'lost-title'
  | 'lost-who'
  | 'lost-never'
  | 'lost-works'
  | 'keep'
  | 'passphrase'
  | 'passphrase-again'
  | 'passphrase-hint'
  | 'generate'
  | 'copy'
  | 'copied'
  | 'not-copied'
  | 'print'
  | 'show'
  | 'hide'
  | 'kept'
  | 'slip-title'
  | 'slip-text'
  | 'ports'
  | 'no-ports'
  | 'look-again'
  | 'by-hand'
  | 'port-path'
  | 'path-hint'
  | 'baud'
  | 'keyboard'
  | 'keyboard-hint'
  | 'no-thermometer'
  | 'typed-by-hand'
  | 'mode'
  | 'surface'
  | 'surface-hint'
  | 'body'
  | 'body-hint'
  | 'same-port'
  | 'scan-now'
  | 'port-state'
  | 'waiting'
  | 'read-pass'
  | 'read-other'
  | 'read-broken'
  | 'nothing'
  | 'nothing-cable'
  | 'nothing-baud'
  | 'nothing-end'
  | 'nothing-usb'
  | 'untested'
  | 'not-answered'
  | 'none'
  | 'done'
  | 'done-lane'
  | 'done-trust'
  | 'to-gate'
  | 'log-in-hint';
