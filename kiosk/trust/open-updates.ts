import type { Result } from '#core/result';
import {
  type AppliedBundle,
  applyUpdate,
  type HeldSet,
  readStoredSet,
  type TrustedTime,
  type UpdatePin,
  type UpdateRefusal,
} from '#core/trust';
import type { Store } from '#db';

/** The set in force, by TUF's rules: read once, replaced only through `applyUpdate`. */
export interface UpdateKeeper {
  held(): HeldSet | undefined;
  apply(
    bundle: Uint8Array,
    now: TrustedTime,
  ): Result<AppliedBundle, UpdateRefusal>;
}

/**
 * Reads what the store holds under the pinned root. A stored file that no longer reads is not believed,
 * as is one that is no set of this kind.
 */
export function openUpdates(store: Store, pin: UpdatePin): UpdateKeeper {
  let held = readStored(store, pin);
  return {
    held: () => held,
    apply: (bundle, now) =>
      applyUpdate(bundle, now, {
        ...pin,
        current: () => held,
        replace: (next) => {
          store.trust.replace(next);
          held = next;
        },
      }),
  };
}

function readStored(store: Store, pin: UpdatePin): HeldSet | undefined {
  const file = store.trust.file();
  const read = file && readStoredSet(file, pin);
  return read?.ok === true ? read.value : undefined;
}
