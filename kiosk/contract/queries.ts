import { z } from 'zod';
import type { ContractError } from './commands.ts';
import {
  logFilterSchema,
  type ExportPlace,
  type LogEntry,
  type LogFilter,
  type LogPage,
} from './log.ts';
import type { Role } from './roles.ts';
import type { BundleInspection, FoundPort } from './setup.ts';
import type { StaffMember } from './staff.ts';
import type { BundlePlace, TrustView } from './trust.ts';

/** What a client may ask to read that is too large, or not for everyone, to be in a snapshot. */
export type Query =
  | {
      readonly kind: 'log-page';
      readonly filter: LogFilter;
      readonly beforeSeq?: number;
      readonly limit: number;
    }
  | { readonly kind: 'log-entry'; readonly seq: number }
  | { readonly kind: 'export-places' }
  /** What the kiosk believes and how old it is; no secret of anyone's. */
  | { readonly kind: 'trust' }
  | { readonly kind: 'bundle-places' }
  /** Everyone who works here; for the log-in screen, so without a login. */
  | { readonly kind: 'staff' }
  /** What a recovery code has to be signed for. */
  | { readonly kind: 'recovery-challenge' }
  /** First run only. */
  | { readonly kind: 'ports' }
  | { readonly kind: 'check-pin'; readonly pin: string }
  | {
      readonly kind: 'inspect-bundle';
      readonly rootFile: string;
      readonly bundle: string;
    };

export interface QueryValues {
  readonly 'log-page': LogPage;
  /** Empty where there is no such entry. */
  readonly 'log-entry': { readonly entry?: LogEntry };
  readonly 'export-places': readonly ExportPlace[];
  readonly trust: TrustView;
  readonly 'bundle-places': readonly BundlePlace[];
  readonly staff: readonly StaffMember[];
  readonly 'recovery-challenge': {
    readonly challenge: string;
    readonly checkpointId: string;
  };
  readonly ports: readonly FoundPort[];
  readonly 'check-pin': 'good' | 'weak';
  readonly 'inspect-bundle': BundleInspection;
}

export type QueryAnswer<Kind extends Query['kind'] = Query['kind']> =
  | { readonly ok: true; readonly value: QueryValues[Kind] }
  | { readonly ok: false; readonly error: ContractError };

/** The least role each query needs. */
export const queryRoles: Readonly<Record<Query['kind'], Role>> = {
  'log-page': 'supervisor',
  'log-entry': 'supervisor',
  'export-places': 'supervisor',
  trust: 'guard',
  'bundle-places': 'supervisor',
  staff: 'guard',
  'recovery-challenge': 'guard',
  ports: 'guard',
  'check-pin': 'guard',
  'inspect-bundle': 'guard',
};

/** Reads a query from whoever sent it; anything unknown or extra is refused. */
export const querySchema: z.ZodType<Query> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('log-page'),
    filter: logFilterSchema,
    beforeSeq: z.int().min(1).exactOptional(),
    limit: z.int().min(1).max(200),
  }),
  z.strictObject({ kind: z.literal('log-entry'), seq: z.int().min(1) }),
  z.strictObject({ kind: z.literal('export-places') }),
  z.strictObject({ kind: z.literal('trust') }),
  z.strictObject({ kind: z.literal('bundle-places') }),
  z.strictObject({ kind: z.literal('staff') }),
  z.strictObject({ kind: z.literal('recovery-challenge') }),
  z.strictObject({ kind: z.literal('ports') }),
  z.strictObject({
    kind: z.literal('check-pin'),
    pin: z.string().max(64),
  }),
  z.strictObject({
    kind: z.literal('inspect-bundle'),
    rootFile: z.string().max(65_536),
    bundle: z.base64().max(22_369_624),
  }),
]);
