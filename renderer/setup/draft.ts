import type {
  BundleInspection,
  Checkpoint,
  SetupChoice,
  SetupError,
  SetupStep,
  SetupWord,
  SiteType,
} from '#kiosk/contract';

/** One decision each, in the order they are asked for. */
export const steps: readonly SetupStep[] = [
  'language',
  'site-type',
  'place',
  'lane',
  'bundle',
  'supervisor',
  'passphrase',
  'scanner',
  'test',
  'thermometer',
  'summary',
];

/** What has been typed and chosen so far. It lives in this page alone and is gone with it. */
export interface Draft {
  readonly siteType?: SiteType;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly id: string;
  readonly lane: string;
  readonly direction?: Checkpoint['direction'];
  readonly timeZone: string;
  /** The root file's text; the private half of a key taken for one never gets this far. */
  readonly root?:
    (ChosenFile & { readonly hadPrivateHalf: boolean }) | undefined;
  readonly bundle?: ChosenFile | undefined;
  readonly inspection?: BundleInspection | undefined;
  readonly isCompared: boolean;
  readonly supervisorName: string;
  readonly pin: string;
  readonly pinAgain: string;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  readonly isKept: boolean;
  readonly scanner?: { readonly kind: 'keyboard' } | ChosenPort;
  readonly thermometer?:
    | { readonly kind: 'none' }
    | (ChosenPort & { readonly mode?: 'surface' | 'body' });
}

export interface ChosenFile {
  readonly name: string;
  readonly content: string;
}

export interface ChosenPort {
  readonly kind: 'port';
  readonly path: string;
  readonly baud: number;
  /** The path was typed: nobody found such a port. */
  readonly isTyped: boolean;
}

export const emptyDraft: Draft = {
  nameZh: '',
  nameEn: '',
  id: '',
  lane: '1',
  timeZone: 'Asia/Shanghai',
  isCompared: false,
  supervisorName: '',
  pin: '',
  pinAgain: '',
  passphrase: '',
  passphraseAgain: '',
  isKept: false,
};

export type FaultCode = SetupWord | SetupError | 'not-a-root';
export type Faults = Readonly<Partial<Record<string, FaultCode>>>;

const shortestPin = 8;
const shortestPassphrase = 12;

/** What keeps a step from being left, by field; empty where nothing does. */
export function faultsOf(step: SetupStep, draft: Draft): Faults {
  switch (step) {
    case 'language':
    case 'test':
    case 'summary':
      return {};
    case 'site-type':
      return need({ siteType: draft.siteType });
    case 'place':
      return {
        ...need({ nameZh: draft.nameZh, nameEn: draft.nameEn, id: draft.id }),
        ...(draft.id.trim() !== '' &&
          !isCheckpointId(draft.id.trim()) && { id: 'bad-id' }),
      };
    case 'lane':
      return need({ lane: draft.lane, direction: draft.direction });
    case 'bundle':
      return bundleFaults(draft);
    case 'supervisor':
      return {
        ...need({ supervisorName: draft.supervisorName }),
        ...((draft.pin.length < shortestPin && { pin: 'setup.weak-pin' }) ||
          (draft.pin !== draft.pinAgain && { pinAgain: 'differ' })),
      };
    case 'passphrase':
      return passphraseFaults(draft);
    case 'scanner':
      return portFaults(draft.scanner, 'scanner');
    case 'thermometer':
      return thermometerFaults(draft);
  }
}

function bundleFaults({ root, bundle, inspection, isCompared }: Draft): Faults {
  const missing = need({ root, bundle });
  if (Object.keys(missing).length > 0) return missing;
  if (inspection?.kind !== 'good') return { bundle: 'setup.bundle-refused' };
  return isCompared ? {} : { isCompared: 'compare' };
}

function passphraseFaults(draft: Draft): Faults {
  const { passphrase, passphraseAgain, isKept } = draft;
  if ([...passphrase.trim()].length < shortestPassphrase)
    return { passphrase: 'setup.short-passphrase' };
  if (passphrase !== passphraseAgain) return { passphraseAgain: 'differ' };
  return isKept ? {} : { isKept: 'keep' };
}

function portFaults(
  device: Draft['scanner'] | Draft['thermometer'],
  field: string,
): Faults {
  if (device?.kind !== 'port') return need({ [field]: device });
  return need({ path: device.path });
}

function thermometerFaults({ scanner, thermometer }: Draft): Faults {
  const faults = portFaults(thermometer, 'thermometer');
  if (thermometer?.kind !== 'port') return faults;
  const isScanners =
    scanner?.kind === 'port' && scanner.path === thermometer.path;
  return {
    ...faults,
    ...(isScanners && { path: 'same-port' }),
    ...need({ mode: thermometer.mode }),
  };
}

function need(fields: Readonly<Record<string, unknown>>): Faults {
  const missing = Object.entries(fields).filter(
    ([, value]) =>
      value === undefined || (typeof value === 'string' && value.trim() === ''),
  );
  return Object.fromEntries(missing.map(([field]) => [field, 'needed']));
}

function isCheckpointId(text: string): boolean {
  return /^[A-Za-z0-9-]{1,32}$/.test(text);
}

/** What the service is asked to write; undefined while a step is still to be done. */
export function choiceOf(
  draft: Draft,
  language: 'zh' | 'en',
): SetupChoice | undefined {
  const { siteType, direction, inspection, root, bundle } = draft;
  const { scanner, thermometer } = draft;
  if (
    siteType === undefined ||
    direction === undefined ||
    inspection?.kind !== 'good' ||
    root === undefined ||
    bundle === undefined
  )
    return undefined;
  return {
    language,
    checkpoint: {
      id: draft.id.trim(),
      nameZh: draft.nameZh,
      nameEn: draft.nameEn,
      lane: draft.lane,
      direction,
      siteType,
      timeZone: draft.timeZone,
    },
    rootFile: root.content,
    bundle: bundle.content,
    supervisor: { name: draft.supervisorName, pin: draft.pin },
    passphrase: draft.passphrase,
    ...(scanner?.kind === 'port' && { scanner: deviceOf(scanner) }),
    ...(thermometer?.kind === 'port' &&
      thermometer.mode !== undefined && {
        thermometer: { ...deviceOf(thermometer), mode: thermometer.mode },
      }),
  };
}

function deviceOf({ path, baud }: ChosenPort): { path: string; baud: number } {
  return { path: path.trim(), baud };
}

/** Which step a refusal of the whole is about. */
export function stepOf(refusal: string): SetupStep {
  if (refusal === 'setup.weak-pin') return 'supervisor';
  if (refusal === 'setup.short-passphrase') return 'passphrase';
  if (refusal === 'setup.bundle-refused' || refusal === 'setup.other-trust')
    return 'bundle';
  return 'summary';
}
