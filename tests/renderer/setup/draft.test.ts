import { describe, expect, test } from 'vitest';
import type { BundleInspection, SetupStep } from '#kiosk/contract';
import {
  choiceOf,
  emptyDraft,
  faultsOf,
  stepOf,
  steps,
  type Draft,
} from '../../../renderer/setup/draft.ts';

const good: BundleInspection = {
  kind: 'good',
  root: {
    name: 'PILOT-ROOT',
    version: 1,
    threshold: 2,
    keys: 3,
    fingerprint: '0000',
  },
  version: 1,
  signedAtMs: 0,
  rung: 'normal',
  issuers: [],
  region: '51',
};

const full: Draft = {
  ...emptyDraft,
  siteType: 'station',
  nameZh: '成都东站',
  nameEn: 'Chengdu East',
  id: 'CD-EAST-01',
  direction: 'in',
  root: {
    name: 'root.json',
    content: '{"signed":{}}',
    hadPrivateHalf: false,
  },
  bundle: { name: 'bundle.hpb', content: 'AA==' },
  inspection: good,
  isCompared: true,
  supervisorName: '王敏',
  pin: '73915026',
  pinAgain: '73915026',
  passphrase: 'correct horse',
  passphraseAgain: 'correct horse',
  isKept: true,
  scanner: { kind: 'port', path: '/dev/ttyUSB0', baud: 9600, isTyped: false },
  thermometer: { kind: 'none' },
};

describe('a step of the first run', () => {
  test.each(steps)('lets go of a draft that has everything: %s', (step) => {
    expect(faultsOf(step, full)).toEqual({});
  });

  test.each<[SetupStep, Partial<Draft>, Record<string, string>]>([
    ['place', { id: 'CD EAST' }, { id: 'bad-id' }],
    ['place', { nameZh: ' ' }, { nameZh: 'needed' }],
    ['lane', { lane: '' }, { lane: 'needed' }],
    ['bundle', { isCompared: false }, { isCompared: 'compare' }],
    [
      'bundle',
      { inspection: { kind: 'demo-root' } },
      { bundle: 'setup.bundle-refused' },
    ],
    [
      'bundle',
      { inspection: { kind: 'refused', refusal: 'bundle-threshold' } },
      { bundle: 'setup.bundle-refused' },
    ],
    ['bundle', { inspection: undefined }, { bundle: 'setup.bundle-refused' }],
    ['supervisor', { pin: '7391502' }, { pin: 'setup.weak-pin' }],
    ['supervisor', { pinAgain: '73915027' }, { pinAgain: 'differ' }],
    [
      'passphrase',
      { passphrase: 'elevenchars ' },
      { passphrase: 'setup.short-passphrase' },
    ],
    [
      'passphrase',
      { passphraseAgain: 'correct horsf' },
      { passphraseAgain: 'differ' },
    ],
    ['passphrase', { isKept: false }, { isKept: 'keep' }],
    [
      'scanner',
      { scanner: { kind: 'port', path: ' ', baud: 9600, isTyped: true } },
      { path: 'needed' },
    ],
    [
      'thermometer',
      {
        thermometer: {
          kind: 'port',
          path: '/dev/ttyUSB0',
          baud: 9600,
          isTyped: false,
          mode: 'body',
        },
      },
      { path: 'same-port' },
    ],
    [
      'thermometer',
      {
        thermometer: {
          kind: 'port',
          path: '/dev/ttyUSB1',
          baud: 9600,
          isTyped: false,
        },
      },
      { mode: 'needed' },
    ],
  ])('%s is not left with %o', (step, spoilt, faults) => {
    expect(faultsOf(step, { ...full, ...spoilt })).toEqual(faults);
  });

  test.each([
    'site-type',
    'place',
    'bundle',
    'supervisor',
    'passphrase',
    'scanner',
    'thermometer',
  ] as const)('asks for something of its own: %s', (step) => {
    expect(faultsOf(step, emptyDraft)).not.toEqual({});
  });
});

describe('what the service is asked to write', () => {
  test('names the devices that have a port and no others', () => {
    expect(choiceOf(full, 'en')).toMatchObject({
      language: 'en',
      rootFile: '{"signed":{}}',
      scanner: { path: '/dev/ttyUSB0', baud: 9600 },
    });
    expect(choiceOf(full, 'en')).not.toHaveProperty('thermometer');
    const typing: Draft = { ...full, scanner: { kind: 'keyboard' } };
    expect(choiceOf(typing, 'zh')).not.toHaveProperty('scanner');
  });

  test('is nothing while a step is still to be done', () => {
    expect(choiceOf(emptyDraft, 'zh')).toBeUndefined();
    expect(
      choiceOf({ ...full, inspection: { kind: 'not-a-root' } }, 'zh'),
    ).toBeUndefined();
  });

  test('leads back to the step a refusal is about', () => {
    expect(stepOf('setup.weak-pin')).toBe('supervisor');
    expect(stepOf('setup.other-trust')).toBe('bundle');
    expect(stepOf('setup.not-written')).toBe('summary');
  });
});
