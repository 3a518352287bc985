import { z } from 'zod';
import { kidOf } from '#core/pass';
import type { PinnedRoot } from '#core/trust';
import { sha256 } from '#kiosk/crypto';

/**
 * Reads the file that `issuer keys --root` writes; undefined for anything else, also where the key id
 * is not that of name and key. A private half in it is not looked at, and not handed on. Whoever
 * brings the file controls it: nothing is believed by this.
 */
export function readRootFile(text: string): PinnedRoot | undefined {
  const read = rootFile.safeParse(parseJson(text));
  if (!read.success) return undefined;
  const { name, kid, publicKey } = read.data;
  const isOurs = Buffer.compare(kidOf(name, publicKey, sha256), kid) === 0;
  return isOurs ? { name, publicKey } : undefined;
}

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${String(2 * bytes)}}$`))
    .transform((text) => Uint8Array.from(Buffer.from(text, 'hex')));

const rootFile = z.object({
  kind: z.literal('root-key'),
  name: z.string().regex(/^[A-Z0-9-]{1,32}$/),
  kid: hex(8),
  publicKey: hex(32),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
