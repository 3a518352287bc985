import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '#core/result';
import { box, unbox } from './envelope.ts';
import { createKeyPair, publicKeyOf } from './x25519.ts';

/**
 * The long-term key of a site, as its file keeps it: whoever has the file can seal to the site, and
 * only who also has the supervisor's passphrase can open what was sealed.
 */
export interface SiteKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 16 bytes; a new one makes every wrapping key new. */
  readonly salt: Uint8Array;
  /** The private half in a secretbox under scrypt(passphrase, salt). */
  readonly wrapped: Uint8Array;
}

/** Makes the key of a new site; takes about half a second, off the calling thread. */
export async function createSiteKey(passphrase: string): Promise<SiteKey> {
  const { publicKey, privateKey } = createKeyPair();
  const salt = Uint8Array.from(randomBytes(16));
  const wrapped = box(privateKey, await stretch(passphrase, salt));
  return { publicKey, salt, wrapped };
}

/**
 * The private half. A wrong passphrase and a changed file look the same, except that a public half
 * swapped for another's is named: whatever was sealed since then is lost to the site.
 */
export async function unwrapSiteKey(
  siteKey: SiteKey,
  passphrase: string,
): Promise<Result<Uint8Array, 'wrong-passphrase' | 'public-key-swapped'>> {
  const wrappingKey = await stretch(passphrase, siteKey.salt);
  const privateKey = unbox(siteKey.wrapped, wrappingKey);
  if (privateKey === undefined) return err('wrong-passphrase');
  const isOurs = Buffer.compare(publicKeyOf(privateKey), siteKey.publicKey);
  return isOurs === 0 ? ok(privateKey) : err('public-key-swapped');
}

/** The content of site-key.json. */
export function encodeSiteKey(siteKey: SiteKey): Uint8Array {
  const content: z.input<typeof siteKeyFile> = {
    format: 'postern-site-key-1',
    publicKey: toHex(siteKey.publicKey),
    salt: toHex(siteKey.salt),
    wrapped: toHex(siteKey.wrapped),
  };
  return Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
}

/** Reads site-key.json; undefined for anything else. Who holds the disk controls it. */
export function readSiteKey(bytes: Uint8Array): SiteKey | undefined {
  const read = siteKeyFile.safeParse(parseJson(bytes));
  if (!read.success) return undefined;
  const { publicKey, salt, wrapped } = read.data;
  return { publicKey, salt, wrapped };
}

/** OWASP's least for scrypt: 128 MiB and about half a second. Fixed, so that no file can lower it. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

function stretch(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(Uint8Array.from(key));
    });
  });
}

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${String(2 * bytes)}}$`))
    .transform((text) => Uint8Array.from(Buffer.from(text, 'hex')));

const siteKeyFile = z.strictObject({
  format: z.literal('postern-site-key-1'),
  publicKey: hex(32),
  salt: hex(16),
  wrapped: hex(48),
});

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
