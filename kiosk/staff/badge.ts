import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const longest = 256;
const shortest = 4;

/** What is kept of a badge: `sha256$salt$hash`. Never what it says. */
export function hashBadge(text: string): string {
  const salt = randomBytes(16);
  const hash = digest(salt, text);
  return `sha256$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

export function isBadge(text: string, badgeHash: string): boolean {
  const [, salt, hash] = badgeHash.split('$');
  if (salt === undefined || hash === undefined)
    throw new Error('the store holds something else than a badge hash');
  const found = digest(Buffer.from(salt, 'base64url'), text);
  const kept = Buffer.from(hash, 'base64url');
  return found.length === kept.length && timingSafeEqual(found, kept);
}

/** What a reader read may be a badge: short enough, and none of our own codes, which holders carry. */
export function mayBeBadge(text: string): boolean {
  const { length } = text.trim();
  return (
    length >= shortest && length <= longest && !/^\s*H[A-Z][1-9]/i.test(text)
  );
}

function digest(salt: Uint8Array, text: string): Buffer {
  return createHash('sha256').update(salt).update(text.trim()).digest();
}
