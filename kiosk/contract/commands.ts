import { z } from 'zod';
import type { AllowReason, RefuseReason, Resolution } from '#core/gate';
import {
  trustCommandSchema,
  type TokenError,
  type TrustCommand,
} from './trust.ts';
import { exportRequestSchema, type ExportRequest } from './log.ts';
import type { Role } from './roles.ts';
import {
  setupCommandSchema,
  type SetupCommand,
  type SetupError,
} from './setup.ts';
import {
  staffCommandRoles,
  staffCommandSchema,
  type StaffCommand,
  type StaffError,
} from './staff.ts';

/**
 * Everything a client may ask for. `commandId` makes a command idempotent: the same one again gets
 * the same answer and does nothing.
 */
export type Command = { readonly commandId: string } & (
  GateCommand | JobCommand | StaffCommand | SetupCommand | TrustCommand
);

/** What is done at the lane itself; a guard needs no login for any of it. */
export type GateCommand =
  | {
      /** A wedge, camera or pasted capture: untrusted text, at most 65,536 UTF-16 units. */
      readonly kind: 'capture';
      readonly text: string;
      readonly source: 'wedge' | 'camera' | 'panel';
    }
  | {
      readonly kind: 'resolve';
      readonly scanId: string;
      readonly resolution: Resolution;
    }
  /** A temperature from another thermometer, hundredths of a degree Celsius. */
  | {
      readonly kind: 'type-temperature';
      readonly scanId: string;
      readonly centi: number;
    }
  /** Leaves an admit, a deny or a not-a-pass early; ends an open measurement as missing. */
  | { readonly kind: 'dismiss'; readonly scanId: string }
  /** Out of service: try to record again. */
  | { readonly kind: 'retry-recording' }
  /** An input method is eating a wedge's keys. */
  | { readonly kind: 'report-input-method' }
  /** Demo profile only: this person of `Snapshot.demo` walks up and shows a pass. */
  | { readonly kind: 'demo-arrive'; readonly personId: string };

/** Long work, done beside the lane. */
export type JobCommand =
  | { readonly kind: 'verify-chain' }
  | { readonly kind: 'export-log'; readonly request: ExportRequest }
  /** A bundle of `bundle-places`, read, judged and taken. */
  | { readonly kind: 'import-bundle'; readonly placeId: string }
  | { readonly kind: 'cancel-job'; readonly jobId: string };

/** The least role each command needs. */
export const commandRoles: Readonly<Record<Command['kind'], Role>> = {
  capture: 'guard',
  resolve: 'guard',
  'type-temperature': 'guard',
  dismiss: 'guard',
  'retry-recording': 'guard',
  'report-input-method': 'guard',
  'demo-arrive': 'guard',
  'verify-chain': 'auditor',
  'export-log': 'supervisor',
  'import-bundle': 'supervisor',
  'cancel-job': 'guard',
  'confirm-freshness': 'guard',
  ...staffCommandRoles,
  'try-scanner': 'guard',
  'complete-setup': 'guard',
};

/** Why a command was not done. */
export type ContractError =
  | 'contract.bad-request'
  | 'contract.role'
  | 'contract.stale-scan'
  | 'contract.not-offered'
  | 'contract.no-such-job'
  | 'contract.busy'
  | 'contract.out-of-service'
  | 'contract.internal'
  | StaffError
  | SetupError
  | TokenError;

export type CommandAnswer =
  { readonly ok: true } | { readonly ok: false; readonly error: ContractError };

/** In the order a guard meets them; the choices offered and the words are keyed by these. */
export const allowReasons: readonly AllowReason[] = [
  'id-checked',
  'temperature-normal-by-hand',
  'registered-by-hand',
  'confirmed-by-phone',
  'supervisor-approved',
];

export const refuseReasons: readonly RefuseReason[] = [
  'id-does-not-match',
  'no-valid-pass',
  'referred-to-medical',
  'will-not-be-measured',
  'left-by-themselves',
];

const id = { commandId: z.uuid() };
const scan = { ...id, scanId: z.uuid() };

const resolution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allow'), because: z.enum(allowReasons) }),
  z.strictObject({ kind: z.literal('refuse'), because: z.enum(refuseReasons) }),
  z.strictObject({ kind: z.literal('measure-again') }),
  z.strictObject({ kind: z.literal('id-compared'), matches: z.boolean() }),
]);

const gateCommandSchema: z.ZodType<
  { readonly commandId: string } & (GateCommand | JobCommand)
> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('capture'),
    ...id,
    text: z.string().max(65_536),
    source: z.enum(['wedge', 'camera', 'panel']),
  }),
  z.strictObject({ kind: z.literal('resolve'), ...scan, resolution }),
  z.strictObject({
    kind: z.literal('type-temperature'),
    ...scan,
    centi: z.int().min(0).max(9999),
  }),
  z.strictObject({ kind: z.literal('dismiss'), ...scan }),
  z.strictObject({ kind: z.literal('retry-recording'), ...id }),
  z.strictObject({ kind: z.literal('report-input-method'), ...id }),
  z.strictObject({
    kind: z.literal('demo-arrive'),
    ...id,
    personId: z.string().min(1).max(64),
  }),
  z.strictObject({ kind: z.literal('verify-chain'), ...id }),
  z.strictObject({
    kind: z.literal('export-log'),
    ...id,
    request: exportRequestSchema,
  }),
  z.strictObject({
    kind: z.literal('import-bundle'),
    ...id,
    placeId: z.string().min(1).max(128),
  }),
  z.strictObject({ kind: z.literal('cancel-job'), ...id, jobId: z.uuid() }),
]);

/** Reads a command from whoever sent it; anything unknown or extra is refused. */
export const commandSchema: z.ZodType<Command> = z.union([
  gateCommandSchema,
  staffCommandSchema,
  setupCommandSchema,
  trustCommandSchema,
]);
