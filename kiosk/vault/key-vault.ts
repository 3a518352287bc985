import type { StoreFailure } from '#core/log';
import type { Result } from '#core/result';

/**
 * Where a host keeps small secrets. Names are `[a-z0-9.-]`, given by the program and never by a
 * user. What is written is durable once ok, whole or not at all.
 */
export interface KeyVault {
  read(name: string): Result<Uint8Array | undefined, StoreFailure>;
  write(name: string, bytes: Uint8Array): Result<void, StoreFailure>;
}
