import type { StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import { StoreError, type Store } from '#db';

const name = 'device-key';

/** Keeps the public half of the key that signs beside the log, where it is not already. */
export function rememberDeviceKey(
  meta: Store['meta'],
  deviceKey: Uint8Array,
): Result<void, StoreFailure> {
  const key = Buffer.from(deviceKey).toString('hex');
  try {
    if (meta.get(name) !== key) meta.set(name, key);
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return err(error.failure);
  }
}

/** In lower-case hex; undefined where nothing was ever exported. */
export function rememberedDeviceKey(
  meta: Pick<Store['meta'], 'get'>,
): string | undefined {
  return meta.get(name);
}
