import { z } from 'zod';

/** Lower-case hex of so many bytes. */
export function hexOf(length: number): z.ZodString {
  return z.string().regex(new RegExp(`^[0-9a-f]{${length * 2}}$`));
}

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

/** An instant of UTC as TUF writes it, with milliseconds or without, to milliseconds since 1970. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/)
  .transform((text) => ({ text, ms: Date.parse(text) }))
  // A day that is not in the calendar is read as one that is.
  .refine(
    ({ text, ms }) =>
      !Number.isNaN(ms) &&
      new Date(ms).toISOString().startsWith(text.slice(0, 19)),
  )
  .transform(({ ms }) => ms);
