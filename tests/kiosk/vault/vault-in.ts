import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import type { KeyVault } from '#kiosk/vault';

/** A folder of this test's own, gone when it ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postern-vault-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A vault that is a map, and whose disk can fail. */
export function memoryVault(): KeyVault & {
  readonly files: Map<string, Uint8Array>;
  failure: StoreFailure | undefined;
} {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    failure: undefined,
    read: (name) => ok(files.get(name)),
    write(name, bytes): Result<void, StoreFailure> {
      if (this.failure !== undefined) return err(this.failure);
      files.set(name, Uint8Array.from(bytes));
      return ok(undefined);
    },
  };
}
