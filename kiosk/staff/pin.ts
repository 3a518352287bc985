import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's least for scrypt: 128 MiB and about half a second, off the calling thread. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const head = 'scrypt$17$8$1';
const saltLength = 16;
const keyLength = 32;

/** What is kept of a PIN: `scrypt$17$8$1$salt$key`, both in base64url. Never the PIN itself. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const key = await stretch(pin, salt);
  return [head, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

/**
 * Whether this is the PIN the hash was made of, compared in constant time. Without a hash it says
 * no after as long a time, so that nobody learns by the clock who has a PIN.
 */
export async function isPin(
  pin: string,
  pinHash: string | undefined,
): Promise<boolean> {
  const kept = pinHash === undefined ? undefined : readHash(pinHash);
  const key = await stretch(pin, kept?.salt ?? randomBytes(saltLength));
  return kept !== undefined && timingSafeEqual(key, kept.key);
}

/** Whether a text is what `hashPin` gives: of this cost and no other, so that no file can lower it. */
export function isPinHash(text: string): boolean {
  return pinHash.test(text);
}

const pinHash = /^scrypt\$17\$8\$1\$([\w-]{22})\$([\w-]{43})$/;

function readHash(text: string): {
  readonly salt: Buffer;
  readonly key: Buffer;
} {
  const [, salt, key] = pinHash.exec(text) ?? [];
  if (salt === undefined || key === undefined)
    throw new Error('the store holds something else than a PIN hash');
  return {
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

function stretch(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, keyLength, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
