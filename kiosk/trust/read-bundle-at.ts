import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
} from 'node:fs';
import { err, ok, type Result } from '#core/result';
import type { BundleReadFault } from '#kiosk/contract';

const largest = 64 * 1_048_576;

/**
 * The whole of a file that someone else may still have a hand on, as it was at one moment, before
 * anything in it is looked at. Nothing is followed and nothing waited for; memory is bounded whatever
 * the file says of itself.
 */
export function readBundleAt(
  path: string,
): Result<Uint8Array, BundleReadFault> {
  try {
    return readPlainFile(path, lstatSync(path));
  } catch (error) {
    return err(faultOf(error));
  }
}

function readPlainFile(
  path: string,
  seen: Stats,
): Result<Uint8Array, BundleReadFault> {
  if (!seen.isFile()) return err('not-a-file');
  if (seen.size > largest) return err('too-large');
  const descriptor = openSync(path, plainly);
  try {
    const opened = fstatSync(descriptor);
    const isSame = opened.dev === seen.dev && opened.ino === seen.ino;
    return isSame && opened.size === seen.size
      ? readWhole(descriptor, seen.size)
      : err('changed');
  } finally {
    closeSync(descriptor);
  }
}

/** Where links cannot be refused (Windows), what was opened is compared with what was seen. */
const plainly =
  constants.O_RDONLY |
  (process.platform === 'win32'
    ? 0
    : constants.O_NOFOLLOW | constants.O_NONBLOCK);

/** One byte more is asked for than is said to be there. */
function readWhole(
  descriptor: number,
  size: number,
): Result<Uint8Array, BundleReadFault> {
  const bytes = new Uint8Array(size + 1);
  let at = 0;
  for (;;) {
    const count = readSync(descriptor, bytes, at, bytes.length - at, null);
    at += count;
    if (at > size) return err('changed');
    if (count === 0) break;
  }
  return at === size ? ok(bytes.subarray(0, size)) : err('changed');
}

/** What the system says of a file; anything else is our own defect. */
function faultOf(error: unknown): BundleReadFault {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOENT') return 'not-there';
  if (error.code === 'ELOOP') return 'not-a-file';
  // Node's own complaints about its arguments have codes too, and are no failures of the world.
  if ('syscall' in error) return 'unreadable';
  throw error;
}
