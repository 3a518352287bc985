import { z } from 'zod';
import type { Rung } from '#core/policy';
import type { BundleRefusal, TokenRefusal } from '#core/trust';

/** Everything a kiosk believes and how old it is, for people to look at. */
export interface TrustView {
  readonly root: RootView;
  /** Absent before the first bundle, and where what is stored can no longer be believed. */
  readonly held?: HeldView;
}

/** The root now in force. */
export interface RootView {
  readonly name: string;
  readonly version: number;
  /** How many of its keys must sign the next root, of how many. */
  readonly threshold: number;
  readonly keys: number;
  /** SHA-256 of the root file this kiosk was given at first, in groups of four hex digits. */
  readonly fingerprint: string;
}

export interface HeldView {
  /** Of the timestamp. */
  readonly version: number;
  /** UTC milliseconds at which the bundle was signed. */
  readonly signedAtMs: number;
  /** Where a freshness token has said since that it is still the latest. */
  readonly confirmedAtMs?: number;
  readonly rung: Rung;
  /** Ages at which each rung of the ladder ends, as the signed policy has them. */
  readonly ladder: {
    readonly normalMs: number;
    readonly bannerMs: number;
    readonly holdMs: number;
  };
  readonly policy: {
    readonly version: number;
    readonly asOfMs: number;
    readonly region: string;
  };
  readonly issuers: readonly IssuerView[];
  /** Keys and ranges of status indices that are dead for good. */
  readonly killed: { readonly keys: number; readonly ranges: number };
}

export interface IssuerView {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly keys: readonly KeyView[];
  readonly lists: readonly ListView[];
}

export interface KeyView {
  readonly kid: string;
  readonly kinds: readonly ('pass' | 'site')[];
  readonly forms: readonly ('live' | 'paper' | 'static')[];
  /** UTC milliseconds: it may sign from ≤ issue < until. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly state: 'upcoming' | 'in-force' | 'ended' | 'killed';
}

export interface ListView {
  readonly list: number;
  readonly asOfMs: number;
  /** How many indices it covers, and of those how many are not normal. */
  readonly entries: number;
  readonly hold: number;
  readonly revoked: number;
  readonly changed: number;
}

/** A file that may be a bundle, on a drive or in the kiosk's own folder for them. */
export interface BundlePlace {
  readonly id: string;
  readonly path: string;
  readonly kind: 'data-folder' | 'drive';
  readonly bytes: number;
  /** UTC milliseconds at which it was last written, as its file system says. */
  readonly modifiedMs: number;
}

/** What an import came to; a refusal is a result, for the signatures decided. */
export type ImportResult =
  | {
      readonly kind: 'replaced';
      readonly before?: TrustVersions;
      readonly after: TrustVersions;
      /** Empty where only its age is new. */
      readonly changes: readonly TrustChange[];
    }
  /** The very bundle that is held. */
  | { readonly kind: 'unchanged'; readonly held: TrustVersions }
  | {
      readonly kind: 'refused';
      readonly refusal: BundleRefusal;
      readonly held?: TrustVersions;
    }
  | { readonly kind: 'unreadable'; readonly fault: BundleReadFault };

/** Versions, and the instants in UTC milliseconds that ages are counted from. */
export interface TrustVersions {
  readonly root: number;
  readonly trust: { readonly version: number; readonly asOfMs: number };
  readonly policy: { readonly version: number; readonly asOfMs: number };
  /** Of the list that is oldest. */
  readonly status?: { readonly asOfMs: number };
}

/** One thing that is otherwise than before; each has words. */
export type TrustChange =
  | { readonly what: 'root'; readonly from: number; readonly to: number }
  | { readonly what: 'policy'; readonly from: number; readonly to: number }
  | {
      readonly what: 'issuer-added' | 'issuer-removed';
      readonly nameZh: string;
      readonly nameEn: string;
    }
  | {
      readonly what: 'keys';
      readonly nameZh: string;
      readonly nameEn: string;
      readonly added: number;
      readonly removed: number;
    }
  /** How many indices of an issuer's lists say `revoked` and did not, or say something else than they did. */
  | {
      readonly what: 'revoked' | 'status';
      readonly nameZh: string;
      readonly nameEn: string;
      readonly entries: number;
    }
  /** How many keys or ranges of indices are dead for good since. */
  | {
      readonly what: 'killed-keys' | 'killed-ranges';
      /** Whose; absent where no issuer that is or was listed has them. */
      readonly issuer?: { readonly nameZh: string; readonly nameEn: string };
      readonly count: number;
    };

/** Why a file could not even be read whole. */
export type BundleReadFault =
  | 'not-there'
  /** A folder, a link, a pipe, a device: anything that is no plain file. */
  | 'not-a-file'
  /** More than 64 MiB. */
  | 'too-large'
  /** It was put in place of another, or grew or shrank, while it was read. */
  | 'changed'
  /** The system would not, as when a stick is pulled out. */
  | 'unreadable';

export type TrustCommand =
  /** Takes what was scanned or pasted; its signature decides, whoever holds it up. */
  { readonly kind: 'confirm-freshness'; readonly token: string };

/** Why a freshness token changes nothing. */
export type TokenError = TokenRefusal;

const id = { commandId: z.uuid() };

/** Reads a command on what the kiosk believes; anything unknown or extra is refused. */
export const trustCommandSchema: z.ZodType<
  { readonly commandId: string } & TrustCommand
> = z.strictObject({
  kind: z.literal('confirm-freshness'),
  ...id,
  token: z.string().min(1).max(2048),
});
