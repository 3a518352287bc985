import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file being written, readable by its owner alone where the drive knows owners. */
export interface PrivateOutput {
  write(bytes: Uint8Array): void;
  /** Brings everything to the medium and says what it was. */
  finish(): { readonly bytes: number; readonly sha256: Uint8Array };
}

const bufferedBytes = 65_536;

/** Makes the file: one that is there, or a link laid in its place, is never written through. */
export function createPrivateOutput(file: string): PrivateOutput {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  const flags = O_CREAT | O_EXCL | O_WRONLY | noFollow;
  const opened = openSync(file, flags, 0o600);
  const hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let bytes = 0;

  const flush = (): void => {
    const part = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    let written = 0;
    while (written < part.length)
      written += writeSync(opened, part, written, part.length - written);
  };

  return {
    write: (more) => {
      hash.update(more);
      bytes += more.length;
      waiting.push(more);
      waitingBytes += more.length;
      if (waitingBytes >= bufferedBytes) flush();
    },
    finish: () => {
      flush();
      fsyncSync(opened);
      closeSync(opened);
      return { bytes, sha256: Uint8Array.from(hash.digest()) };
    },
  };
}

/** Gives finished files their names, in order, and brings the names to the medium. */
export function putInPlace(
  moves: readonly { readonly from: string; readonly to: string }[],
): void {
  for (const { from, to } of moves) renameSync(from, to);
  // Windows keeps folders durable by itself and refuses to open one.
  if (process.platform === 'win32') return;
  for (const folder of new Set(moves.map(({ to }) => dirname(to)))) {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } catch (error) {
      if (!isNotOffered(error)) throw error;
    } finally {
      closeSync(opened);
    }
  }
}

/** Some file systems of drives have no such thing as bringing a folder to the medium. */
function isNotOffered(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EINVAL' || error.code === 'ENOTSUP')
  );
}

/** Windows has no such flag; O_EXCL alone already refuses a link there. */
const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
