import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { StoreFailure } from '#core/log';
import { err, ok, type Result } from '#core/result';
import { toStoreFailure } from '#db';
import type { KeyVault } from './key-vault.ts';

/** A vault of files that only their owner may read: what a system without a keyring can do. */
export function createFileVault(folder: string): KeyVault {
  return {
    read: (name) => attempt(() => readIfThere(join(folder, checked(name)))),
    write: (name, bytes) =>
      attempt(() => {
        replaceFile(folder, checked(name), bytes);
      }),
  };
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(readFileSync(file));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The old content or the new one, whatever happens in between. */
function replaceFile(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${name}.unfinished`);
  rmSync(unfinished, { force: true });
  writeDurably(unfinished, bytes);
  renameSync(unfinished, join(folder, name));
  syncFolder(folder);
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  const opened = openSync(file, O_CREAT | O_EXCL | O_WRONLY, 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(opened, bytes, written);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Windows keeps folders durable by itself and refuses to open one. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function checked(name: string): string {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) {
    throw new Error(`not a name for a vault: ${name}`);
  }
  return name;
}

function attempt<T>(work: () => T): Result<T, StoreFailure> {
  try {
    return ok(work());
  } catch (error) {
    const failure = toStoreFailure(error);
    if (failure === undefined) throw error;
    return err(failure);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
