import { dirname, resolve } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import { err, ok, type Result } from '#core/result';
import { roles, siteTypes } from '#kiosk/contract';
import { isPinHash, mayBeBadge } from '#kiosk/staff';
import { readIfThere } from './read-if-there.ts';

/** Goes into entry headers, which carry NFC text without control characters (core/cbor). */
const text = z
  .string()
  .normalize('NFC')
  .min(1)
  .max(120)
  .regex(/^\P{Cc}+$/u, 'text without control characters');
const deviceId = z
  .string()
  .regex(/^[a-z0-9-]{1,32}$/, 'lower-case letters, digits and hyphens');
const baud = z.int().min(300).max(921_600).default(9600);

const scanner = z.strictObject({
  id: deviceId,
  path: text,
  baud,
  /** `cr` splits two scans that arrive together; `quiet` keeps line breaks inside one. */
  terminator: z.enum(['cr', 'quiet']).default('cr'),
});

const thermometer = z.strictObject({
  id: deviceId,
  path: text,
  baud,
  /** Whether the sensor reports skin, or a body temperature it estimated itself. */
  mode: z.enum(['surface', 'body']),
  /** Added to every reading, degrees Celsius. */
  offset: z.number().min(-1.5).max(3).default(0),
  stable_samples: z.int().min(1).max(50).default(5),
  /** Widest spread of a stable run, degrees Celsius. */
  spread: z.number().positive().max(1).default(0.3),
});

const staffMember = z.strictObject({
  name: text.max(40),
  role: z.enum(roles),
  /** What `npm run staff-pin` prints; a guard has none. */
  pin_hash: z
    .string()
    .refine(isPinHash, 'a hash made by npm run staff-pin')
    .optional(),
  /** What their badge says when a reader reads it; starts and ends a shift. */
  badge: text.refine(mayBeBadge, 'at least 4 characters, no pass').optional(),
});

const schema = z.strictObject({
  /** The large one of the two languages, until someone at the screen switches. */
  language: z.enum(['zh', 'en']).default('zh'),
  checkpoint: z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9-]{1,32}$/, 'letters, digits and hyphens'),
    name_zh: text,
    name_en: text,
    lane: text,
    direction: z.enum(['in', 'out']),
    site_type: z.enum(siteTypes),
    time_zone: z
      .string()
      .default('Asia/Shanghai')
      .refine(isTimeZone, 'an IANA time zone'),
  }),
  trust: z.strictObject(
    {
      /** The root metadata this kiosk is pinned to, as the region's authority handed it over. */
      root: text,
      /** A bundle to apply at every start, if it is newer than the one held. */
      bundle: text.optional(),
    },
    { error: sayOfOldKeys },
  ),
  sealing: z.strictObject({ site_key: text }),
  /** Whoever works here from the first start on; later starts do not look at it again. */
  staff: z
    .array(staffMember)
    .max(200)
    .default([])
    .refine(
      (staff) => staff.every(hasPinForRole),
      'a PIN for everyone but guards',
    )
    .refine(hasDistinctNames, 'names that differ'),
  scanner: z.array(scanner).max(4).default([]),
  thermometer: z.array(thermometer).max(2).default([]),
});

export type StaffConfig = z.infer<typeof staffMember>;
export type ScannerConfig = z.infer<typeof scanner>;
export type ThermometerConfig = z.infer<typeof thermometer>;
/** What kiosk.toml says, with every default filled in and every path absolute. */
export type KioskConfig = z.infer<typeof schema>;

export interface ConfigFailure {
  readonly code: 'config.missing' | 'config.invalid';
  /** One line per fault, naming the key and what is expected; safe to show. */
  readonly message: string;
}

/**
 * Reads and checks kiosk.toml. A missing file is not an error of the site but its first run; a
 * wrong one is never guessed at.
 */
export function readKioskConfig(
  file: string,
): Result<KioskConfig, ConfigFailure> {
  const bytes = readIfThere(file);
  if (bytes === undefined)
    return err({ code: 'config.missing', message: `there is no ${file}` });
  return parseKioskConfig(Buffer.from(bytes).toString('utf8'), dirname(file));
}

/** Checks the text of a kiosk.toml that is to lie in this folder. */
export function parseKioskConfig(
  text: string,
  folder: string,
): Result<KioskConfig, ConfigFailure> {
  try {
    const checked = schema.safeParse(parse(text));
    if (!checked.success)
      return err({
        code: 'config.invalid',
        message: z.prettifyError(checked.error),
      });
    return ok(withAbsolutePaths(checked.data, resolve(folder)));
  } catch (error) {
    if (error instanceof TomlError)
      return err({ code: 'config.invalid', message: error.message });
    throw error;
  }
}

function withAbsolutePaths(config: KioskConfig, folder: string): KioskConfig {
  const { root, bundle } = config.trust;
  return {
    ...config,
    trust: {
      root: resolve(folder, root),
      ...(bundle !== undefined && { bundle: resolve(folder, bundle) }),
    },
    sealing: { site_key: resolve(folder, config.sealing.site_key) },
  };
}

/** Files written for a kiosk that pinned one key say it by these two names. */
function sayOfOldKeys(issue: z.core.$ZodRawIssue): string | undefined {
  const isOld =
    issue.code === 'unrecognized_keys' &&
    issue.keys.some((key) => key === 'root_name' || key === 'root_key');
  return isOld
    ? 'a name and a key pin no root any more: take root_name and root_key out, put the root file beside kiosk.toml and say root = "root.json"'
    : undefined;
}

function hasPinForRole({ role, pin_hash }: StaffConfig): boolean {
  return (role === 'guard') === (pin_hash === undefined);
}

function hasDistinctNames(staff: readonly StaffConfig[]): boolean {
  return new Set(staff.map(({ name }) => name)).size === staff.length;
}

function isTimeZone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
        .timeZone !== ''
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
