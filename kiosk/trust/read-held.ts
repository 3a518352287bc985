import {
  readStored,
  type HeldBundle,
  type Pin,
  type Remembered,
} from '#core/trust';
import type { Store } from '#db';

/** What a store holds, read again through all checks; undefined where it cannot be believed. */
export function readHeld(
  { trust }: Pick<Store, 'trust'>,
  pin: Pin,
  remembered: Remembered | undefined,
): HeldBundle | undefined {
  const file = trust.file();
  if (file === undefined) return undefined;
  const read = readStored(file, pin, {
    chunk: (sha256) => trust.chunk(sha256),
    ...(remembered !== undefined && { remembered }),
  });
  return read.ok ? read.value : undefined;
}
