import type { Pass } from '#core/pass';
import type { ScopeFinding } from './checked-pass.ts';
import type { IssuerKey } from './trust-list.ts';

/** Where a pass leaves what its key may sign; nothing is allowed that the key does not name. */
export function findScope(
  pass: Pick<Pass, 'form' | 'issuedAt'>,
  key: IssuerKey,
): readonly ScopeFinding[] {
  const found: ScopeFinding[] = [];
  if (!key.kinds.includes('pass')) found.push('kind');
  if (!key.forms.includes(pass.form)) found.push('form');
  const isInWindow = key.from <= pass.issuedAt && pass.issuedAt < key.until;
  if (!isInWindow) found.push('key-window');
  return found;
}
