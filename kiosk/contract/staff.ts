import { z } from 'zod';
import { roleSchema, type Role } from './roles.ts';

/** Who is at one client; every client has a session of its own, and starts without a login. */
export type Session =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'staff';
      readonly staffId: string;
      readonly name: string;
      readonly role: Exclude<Role, 'guard'>;
      /** What is left when the snapshot was made: of doing nothing, and of the whole session. */
      readonly idleLeftMs: number;
      readonly totalLeftMs: number;
    };

/** One person who works here. Guards have no PIN and only take shifts. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly hasBadge: boolean;
  /** Set while wrong PINs keep them out. */
  readonly lock?:
    | { readonly kind: 'for-a-while'; readonly leftMs: number }
    /** Only another supervisor or a recovery code opens it again. */
    | { readonly kind: 'until-recovered' };
}

/** Who is on duty at this lane. */
export interface Shift {
  readonly staffId: string;
  readonly name: string;
  readonly sinceMs: number;
}

/** What a reader read for the one client that waited for it. */
export interface StaffRead {
  readonly what: 'badge' | 'recovery-code' | 'freshness-token';
  readonly text: string;
}

export type StaffCommand =
  | { readonly kind: 'log-in'; readonly staffId: string; readonly pin: string }
  | { readonly kind: 'log-out' }
  /** Someone is still there; puts off the idle limit, never the total one. */
  | { readonly kind: 'stay' }
  | {
      readonly kind: 'add-staff';
      readonly name: string;
      readonly role: Role;
      /** Absent for a guard. */
      readonly pin?: string;
      /** What their badge says when a reader reads it. */
      readonly badge?: string;
    }
  | { readonly kind: 'remove-staff'; readonly staffId: string }
  /** Gives them another badge, or none. */
  | {
      readonly kind: 'set-badge';
      readonly staffId: string;
      readonly badge?: string;
    }
  | {
      readonly kind: 'change-own-pin';
      readonly oldPin: string;
      readonly newPin: string;
    }
  /** Another supervisor gives a new PIN, which ends a lock. */
  | {
      readonly kind: 'reset-pin';
      readonly staffId: string;
      readonly newPin: string;
    }
  /** A code signed for this kiosk's challenge gives a supervisor a new PIN; needs no login. */
  | {
      readonly kind: 'recover';
      readonly code: string;
      readonly staffId: string;
      readonly newPin: string;
    }
  | { readonly kind: 'start-shift'; readonly staffId: string }
  | { readonly kind: 'end-shift' }
  /** The time is this by someone's watch, in UTC milliseconds; taken where the clock allows it. */
  | { readonly kind: 'set-clock'; readonly atMs: number }
  /**
   * For a minute, the next badge, recovery code or freshness token that any reader of this lane reads comes to this
   * client as `Snapshot.read` and goes nowhere else. A badge is for a supervisor's client only.
   */
  | {
      readonly kind: 'await-read';
      readonly what: StaffRead['what'] | 'nothing';
    };

export const staffCommandRoles: Readonly<Record<StaffCommand['kind'], Role>> = {
  'log-in': 'guard',
  'log-out': 'guard',
  stay: 'guard',
  'add-staff': 'supervisor',
  'remove-staff': 'supervisor',
  'set-badge': 'supervisor',
  'change-own-pin': 'guard',
  'reset-pin': 'supervisor',
  recover: 'guard',
  'start-shift': 'guard',
  'end-shift': 'guard',
  'set-clock': 'maintainer',
  'await-read': 'guard',
};

/** Why the desk did not do it. */
export type StaffError =
  | 'staff.wrong-pin'
  | 'staff.locked'
  | 'staff.weak-pin'
  | 'staff.unknown'
  | 'staff.name-taken'
  | 'staff.badge-taken'
  | 'staff.unfit-badge'
  | 'staff.last-supervisor'
  | 'staff.not-logged-in'
  | 'staff.bad-code'
  | 'clock.outside';

const staffId = z.uuid();
const pin = z.string().min(1).max(64);
const badge = z.string().min(1).max(256);
const personName = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(40)
  .regex(/^\P{Cc}+$/u);

const id = { commandId: z.uuid() };

/** Reads a command of the desk; anything unknown or extra is refused. */
export const staffCommandSchema: z.ZodType<
  { readonly commandId: string } & StaffCommand
> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('log-in'), ...id, staffId, pin }),
  z.strictObject({ kind: z.literal('log-out'), ...id }),
  z.strictObject({ kind: z.literal('stay'), ...id }),
  z.strictObject({
    kind: z.literal('add-staff'),
    ...id,
    name: personName,
    role: roleSchema,
    pin: pin.exactOptional(),
    badge: badge.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('set-badge'),
    ...id,
    staffId,
    badge: badge.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('remove-staff'), ...id, staffId }),
  z.strictObject({
    kind: z.literal('change-own-pin'),
    ...id,
    oldPin: pin,
    newPin: pin,
  }),
  z.strictObject({ kind: z.literal('reset-pin'), ...id, staffId, newPin: pin }),
  z.strictObject({
    kind: z.literal('recover'),
    ...id,
    code: z.string().min(1).max(2048),
    staffId,
    newPin: pin,
  }),
  z.strictObject({ kind: z.literal('start-shift'), ...id, staffId }),
  z.strictObject({ kind: z.literal('end-shift'), ...id }),
  z.strictObject({
    kind: z.literal('set-clock'),
    ...id,
    atMs: z.int().min(0).max(8_640_000_000_000_000),
  }),
  z.strictObject({
    kind: z.literal('await-read'),
    ...id,
    what: z.enum(['badge', 'recovery-code', 'freshness-token', 'nothing']),
  }),
]);
