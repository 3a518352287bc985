import type { RunningWork, Workshop } from '#kiosk/jobs';

/** A workshop that does nothing, to be spread under the work a test is about. */
export const noWork: Workshop = {
  'verify-chain': idle,
  'export-log': idle,
  'import-bundle': idle,
};

function idle(): RunningWork {
  return { cancel: () => Promise.resolve() };
}
