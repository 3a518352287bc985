import { describe, expect, test } from 'vitest';
import type { EntryKind, StoreFailureCode } from '#core/log';
import type { Form, Lookalike } from '#core/pass';
import { reasonOutcomes, type Advice } from '#core/policy';
import type { BundleRefusalCode, Colour, TimeState } from '#core/trust';
import {
  allowReasons,
  fill,
  refuseReasons,
  words,
  type BundlePlace,
  type BundleReadFault,
  type ContractError,
  type DeviceFailure,
  type DeviceStatus,
  type Freshness,
  type JobFailure,
  type JobKind,
  type KeyView,
  type Language,
  type ResolutionKind,
  type Snapshot,
  type TrustChange,
  type Words,
} from '#kiosk/contract';

const staffErrors = {
  'staff.wrong-pin': 1,
  'staff.locked': 1,
  'staff.weak-pin': 1,
  'staff.unknown': 1,
  'staff.name-taken': 1,
  'staff.badge-taken': 1,
  'staff.unfit-badge': 1,
  'staff.last-supervisor': 1,
  'staff.not-logged-in': 1,
  'staff.bad-code': 1,
  'clock.outside': 1,
} as const;

const setupErrors = {
  'setup.bundle-refused': 1,
  'setup.other-trust': 1,
  'setup.weak-pin': 1,
  'setup.short-passphrase': 1,
  'setup.not-written': 1,
} as const;

const tokenErrors = {
  'token.unreadable': 1,
  'token.update-kiosk': 1,
  'token.no-bundle': 1,
  'token.key': 1,
  'token.signature': 1,
  'token.malformed': 1,
  'token.expired': 1,
  'token.from-future': 1,
  'token.older': 1,
  'token.other-bundle': 1,
} as const;

/** The unions that have no list at run time; the compiler refuses a code that is missing here. */
const closed = {
  advice: keys<Advice>({
    'show-pass': 1,
    'show-again': 1,
    'brighten-screen': 1,
    'switch-input-method': 1,
    'compare-id': 1,
    'measure-again': 1,
    'refresh-code': 1,
    'refer-medical': 1,
    'separate-and-report': 1,
    'test-first': 1,
    'renew-pass': 1,
    'apply-here': 1,
    'ask-issuer': 1,
    'update-data': 1,
    'update-kiosk': 1,
    'check-clock': 1,
    'register-by-hand': 1,
    'keep-code-report': 1,
    'call-hotline': 1,
  }),
  lookalikes: keys<Lookalike>({
    empty: 1,
    'place-code': 1,
    'freshness-token': 1,
    'full-width-input': 1,
    'itinerary-card': 1,
    'payment-code': 1,
    'eu-certificate': 1,
    'smart-health-card': 1,
    wifi: 1,
    url: 1,
    contact: 1,
    digits: 1,
    'too-long': 1,
    unknown: 1,
  }),
  colours: keys<Colour>({ green: 1, yellow: 1, red: 1 }),
  forms: keys<Form>({ live: 1, paper: 1, static: 1 }),
  resolutions: keys<ResolutionKind>({
    allow: 1,
    refuse: 1,
    'measure-again': 1,
    'id-compared': 1,
  }),
  deviceKinds: keys<DeviceStatus['kind']>({ scanner: 1, thermometer: 1 }),
  deviceStates: keys<DeviceStatus['state']>({
    closed: 1,
    opening: 1,
    open: 1,
    lost: 1,
  }),
  deviceFailures: keys<DeviceFailure>({
    'device.missing': 1,
    'device.busy': 1,
    'device.denied': 1,
    'device.unplugged': 1,
    'device.io': 1,
    'device.overflow': 1,
    'device.unsupported': 1,
  }),
  storeFailures: keys<StoreFailureCode>({
    'store.full': 1,
    'store.io': 1,
    'store.closed': 1,
    'store.locked': 1,
    'store.pragma': 1,
    'store.from-the-future': 1,
    'store.corrupt': 1,
  }),
  contractErrors: keys<ContractError>({
    'contract.bad-request': 1,
    'contract.role': 1,
    'contract.stale-scan': 1,
    'contract.not-offered': 1,
    'contract.no-such-job': 1,
    'contract.busy': 1,
    'contract.out-of-service': 1,
    'contract.internal': 1,
    ...staffErrors,
    ...setupErrors,
    ...tokenErrors,
  }),
  freshness: keys<Freshness['rung']>({
    none: 1,
    normal: 1,
    banner: 1,
    hold: 1,
    expired: 1,
  }),
  clock: keys<TimeState>({
    trusted: 1,
    drifting: 1,
    doubtful: 1,
    unknown: 1,
  }),
  notices: keys<NonNullable<Snapshot['notice']>>({
    'finish-first': 1,
    'switch-input-method': 1,
    'same-presentation': 1,
  }),
  profiles: keys<Snapshot['profile']>({ demo: 1, site: 1 }),
  states: keys<Snapshot['state']>({
    unconfigured: 1,
    demo: 1,
    ready: 1,
    revoked: 1,
  }),
  reasons: Object.keys(reasonOutcomes),
  allowReasons,
  refuseReasons,
} satisfies Partial<Record<keyof Words, readonly string[]>>;

/** The same for the parts of the screens that have a file of their own, by where they stand. */
const closedInParts = {
  'staff/errors': Object.keys(staffErrors),
  'setup/errors': Object.keys(setupErrors),
  'setup/refusals': keys<
    BundleRefusalCode | 'not-a-root' | 'demo-root' | 'unfit-root'
  >({
    'not-a-root': 1,
    'demo-root': 1,
    'unfit-root': 1,
    'bundle-file': 1,
    'bundle-missing': 1,
    'bundle-not-metadata': 1,
    'bundle-malformed': 1,
    'bundle-update-kiosk': 1,
    'bundle-root': 1,
    'bundle-demo': 1,
    'bundle-threshold': 1,
    'bundle-repeated-signature': 1,
    'bundle-key-id': 1,
    'bundle-rotations': 1,
    'bundle-delegation': 1,
    'bundle-mixed': 1,
    'bundle-hash': 1,
    'bundle-from-future': 1,
    'bundle-rollback': 1,
    'bundle-freeze': 1,
    'bundle-conflict': 1,
    'bundle-vanished': 1,
    'bundle-unrevokes': 1,
    'bundle-key': 1,
    'bundle-kid': 1,
    'bundle-duplicate-key': 1,
    'bundle-unknown-issuer': 1,
    'bundle-cross-issuer': 1,
    'bundle-policy': 1,
  }),
  'log/jobs': keys<JobKind>({
    'verify-chain': 1,
    'export-log': 1,
    'import-bundle': 1,
  }),
  'log/jobFailures': keys<Extract<JobFailure, `job.${string}`>>({
    'job.crashed': 1,
    'job.place-gone': 1,
    'job.place-full': 1,
    'job.not-written': 1,
  }),
  'log/kinds': keys<EntryKind>({
    scan: 1,
    'guard-action': 1,
    login: 1,
    export: 1,
    import: 1,
    clock: 1,
    config: 1,
    shift: 1,
    start: 1,
    stop: 1,
    gap: 1,
  }),
  'trust/errors': Object.keys(tokenErrors),
  'trust/readFaults': keys<BundleReadFault>({
    'not-there': 1,
    'not-a-file': 1,
    'too-large': 1,
    changed: 1,
    unreadable: 1,
  }),
  'trust/changes': keys<TrustChange['what']>({
    root: 1,
    policy: 1,
    'issuer-added': 1,
    'issuer-removed': 1,
    keys: 1,
    revoked: 1,
    status: 1,
    'killed-keys': 1,
    'killed-ranges': 1,
  }),
  'trust/keyStates': keys<KeyView['state']>({
    upcoming: 1,
    'in-force': 1,
    ended: 1,
    killed: 1,
  }),
  'trust/kinds': keys<KeyView['kinds'][number]>({
    pass: 1,
    site: 1,
  }),
  'trust/rungs': keys<Exclude<Freshness['rung'], 'none'>>({
    normal: 1,
    banner: 1,
    hold: 1,
    expired: 1,
  }),
  'trust/places': keys<BundlePlace['kind']>({ 'data-folder': 1, drive: 1 }),
};

const languages: readonly Language[] = ['zh', 'en'];

describe.each(languages)('the words in %s', (language) => {
  test.each(Object.entries(closed))(
    'say every code of %s and nothing else',
    (part, codes) => {
      const said = entriesOf(words[language]).find(([name]) => name === part);
      const keysSaid = entriesOf(said?.[1]).map(([code]) => code);
      expect(keysSaid.toSorted()).toEqual([...codes].toSorted());
    },
  );

  test.each(Object.entries(closedInParts))(
    'say every code of %s and nothing else',
    (place, codes) => {
      const said = place
        .split('/')
        .reduce<unknown>(
          (within, name) =>
            entriesOf(within).find(([key]) => key === name)?.[1],
          words[language],
        );
      const keysSaid = entriesOf(said).map(([code]) => code);
      expect(keysSaid.toSorted()).toEqual([...codes].toSorted());
    },
  );

  test('leave no text empty', () => {
    const texts = leaves(words[language]);
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the words', () => {
  test('have the same keys in both languages', () => {
    expect(leaves(words.en).map(([path]) => path)).toEqual(
      leaves(words.zh).map(([path]) => path),
    );
  });

  test('leave the same gaps to fill in both languages', () => {
    const gaps = (language: Language): readonly string[] =>
      leaves(words[language]).map(
        ([path, text]) => `${path} ${(text.match(/\{\w+\}/g) ?? []).join()}`,
      );
    expect(gaps('en')).toEqual(gaps('zh'));
  });

  test('tell a guard every reason in eight characters or four words', () => {
    const tooLong = Object.keys(reasonOutcomes).filter((code) => {
      const chinese = guardText('zh', code);
      const english = guardText('en', code);
      return [...chinese].length > 8 || english.split(' ').length > 4;
    });
    expect(tooLong).toEqual([]);
  });

  test('tell every reason apart at a glance', () => {
    for (const language of languages) {
      const said = Object.keys(reasonOutcomes).map((code) =>
        guardText(language, code),
      );
      expect(new Set(said).size).toBe(said.length);
    }
  });

  test('never call an unknown key forged', () => {
    for (const [path, text] of [...leaves(words.zh), ...leaves(words.en)]) {
      if (!path.includes('unknown-key')) continue;
      expect(text).not.toMatch(/假|伪|forge|fake|counterfeit/i);
    }
  });
});

describe('filling a text', () => {
  test('puts every value in its brace', () => {
    expect(fill('{n} of {n}, {what}', { n: 3, what: '$& {n}' })).toBe(
      '3 of 3, $& {n}',
    );
  });

  test('stops at a brace nobody gave a value for', () => {
    expect(() => fill('{n}', {})).toThrow('{n}');
  });
});

function guardText(language: Language, code: string): string {
  const found = Object.entries(words[language].reasons).find(
    ([name]) => name === code,
  );
  return found?.[1].guard ?? '';
}

/** Every text with its path, in a stable order. */
function leaves(
  value: unknown,
  path = '',
): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return [...entriesOf(value)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
    : [];
}

function keys<Code extends string>(
  all: Readonly<Record<Code, 1>>,
): readonly string[] {
  return Object.keys(all);
}
