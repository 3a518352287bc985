import type { JobFailure } from '#kiosk/contract';

/** What became of the place of an export, or undefined where the error is our own defect. */
export function placeFailure(error: unknown): JobFailure | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (typeof error.code !== 'string' || !('syscall' in error)) return undefined;
  if (full.has(error.code)) return 'job.place-full';
  return gone.has(error.code) ? 'job.place-gone' : 'job.not-written';
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A drive that is pulled answers with EIO until it is unmounted, and with nothing after that. */
const gone = new Set([
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'ENOTCONN',
]);
