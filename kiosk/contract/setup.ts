import { z } from 'zod';
import type { Checkpoint, SiteType } from '#core/policy';
import type { BundleRefusalCode } from '#core/trust';
import type { RootView } from './trust.ts';
import type { DeviceFailure } from './snapshot.ts';

/** What the first run asks for; the same things a prepared kiosk.toml says. */
export interface SetupChoice {
  /** Which language a page shows large before anyone switches. */
  readonly language: 'zh' | 'en';
  readonly checkpoint: Checkpoint;
  /** The root file's text: the only root this kiosk will obey, and those it hands over to. */
  readonly rootFile: string;
  /** The bundle's bytes in base64. */
  readonly bundle: string;
  readonly supervisor: { readonly name: string; readonly pin: string };
  /** Opens whom the log was about; at least 12 characters. Who loses it loses that. */
  readonly passphrase: string;
  readonly scanner?: SetupDevice;
  readonly thermometer?: SetupDevice & { readonly mode: 'surface' | 'body' };
}

export interface SetupDevice {
  readonly path: string;
  readonly baud: number;
}

/** A serial port the system knows. */
export interface FoundPort {
  /** The path that stays the same over a replug, where the system has one. */
  readonly path: string;
  /** The maker's words, if the system knows them. */
  readonly label?: string;
}

/** What a root's file and a bundle turn out to be, before anything is believed. */
export type BundleInspection =
  | {
      readonly kind: 'good';
      /** Its fingerprint is to be compared with paper. */
      readonly root: RootView;
      readonly version: number;
      readonly signedAtMs: number;
      /** Where its age stands on the ladder of its own policy. */
      readonly rung: 'normal' | 'banner' | 'hold' | 'expired';
      readonly issuers: readonly {
        readonly nameZh: string;
        readonly nameEn: string;
      }[];
      readonly region: string;
    }
  | { readonly kind: 'not-a-root' }
  | { readonly kind: 'demo-root' }
  /** A root's file that does not answer for itself: too few of its own keys signed it, or one is unsound. */
  | { readonly kind: 'unfit-root' }
  | {
      readonly kind: 'refused';
      readonly refusal: BundleRefusalCode;
    };

/** How the test scan of the first run goes. */
export interface SetupScan {
  readonly scanner: 'closed' | 'opening' | 'open' | 'lost';
  readonly failure?: DeviceFailure;
  /** The last text read, described and never shown. */
  readonly read?: {
    readonly characters: number;
    /** `broken` begins as a pass does, and a part of it is missing or wrong. */
    readonly kind: 'pass' | 'broken' | 'other';
  };
}

export type SetupCommand =
  /** Opens this scanner for the test scan, in place of the one before. */
  | { readonly kind: 'try-scanner'; readonly scanner: SetupDevice }
  | { readonly kind: 'complete-setup'; readonly choice: SetupChoice };

/** Why the first run could not be finished; each says what to do. */
export type SetupError =
  | 'setup.bundle-refused'
  /** The folder holds trust of another root, or newer trust of this one. */
  | 'setup.other-trust'
  | 'setup.weak-pin'
  | 'setup.short-passphrase'
  | 'setup.not-written';

const text = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(120)
  .regex(/^\P{Cc}+$/u);

/** Every kind of site, for whoever reads a choice from outside. */
export const siteTypes: readonly SiteType[] = [
  'school',
  'market',
  'hospital',
  'airport',
  'station',
  'port',
  'care-home',
  'custody',
  'welfare',
  'factory',
  'estate',
  'road',
];

const device = {
  path: text,
  baud: z.int().min(300).max(921_600),
};

const setupChoice: z.ZodType<SetupChoice> = z.strictObject({
  language: z.enum(['zh', 'en']),
  checkpoint: z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9-]{1,32}$/),
    nameZh: text,
    nameEn: text,
    lane: text,
    direction: z.enum(['in', 'out']),
    siteType: z.enum(siteTypes),
    timeZone: text,
  }),
  rootFile: z.string().max(65_536),
  bundle: z.base64().max(22_369_624),
  supervisor: z.strictObject({
    name: text.max(40),
    pin: z.string().min(1).max(64),
  }),
  passphrase: z.string().trim().max(256),
  scanner: z.strictObject(device).exactOptional(),
  thermometer: z
    .strictObject({ ...device, mode: z.enum(['surface', 'body']) })
    .exactOptional(),
});

const id = { commandId: z.uuid() };

/** Reads a command of the first run; anything unknown or extra is refused. */
export const setupCommandSchema: z.ZodType<
  { readonly commandId: string } & SetupCommand
> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('try-scanner'),
    ...id,
    scanner: z.strictObject(device),
  }),
  z.strictObject({
    kind: z.literal('complete-setup'),
    ...id,
    choice: setupChoice,
  }),
]);
