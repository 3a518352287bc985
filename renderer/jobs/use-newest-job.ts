import { useState } from 'react';
import type { Job, JobKind, Snapshot } from '#kiosk/contract';

type JobOf<Kind extends JobKind> = Extract<Job, { readonly kind: Kind }>;

/** The job of this kind that runs, or ended while this was on screen; what ended before is old news. */
export function useNewestJob<Kind extends JobKind>(
  { jobs }: Snapshot,
  kind: Kind,
): { readonly job: JobOf<Kind> | undefined; readonly forget: () => void } {
  const newest = jobs.findLast((job): job is JobOf<Kind> => job.kind === kind);
  const [oldId, setOldId] = useState(
    newest?.state.kind === 'running' ? undefined : newest?.id,
  );
  return {
    job: newest?.id === oldId ? undefined : newest,
    forget: () => {
      setOldId(newest?.id);
    },
  };
}
