import type { JSX, ReactNode } from 'react';
import type { JobState } from '#kiosk/contract';
import type { Request } from '../connect/connect-kiosk.ts';
import { Both, type Say } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';
import { Dialog } from '../staff/dialog.tsx';
import { JobFailureText } from './job-failure.tsx';
import { Progress } from './progress.tsx';
import './job-dialog.css';

/** From what is to be chosen to what came of it; what runs goes on when this is closed. */
export function JobDialog<Result>({
  title,
  running,
  unit,
  job,
  choose,
  done,
  cancelled,
  send,
  onAgain,
  onClose,
}: {
  readonly title: Say;
  readonly running: Say;
  readonly unit: 'entries' | 'hundredths';
  /** The one that runs, or that ended and was not yet read. */
  readonly job:
    { readonly id: string; readonly state: JobState<Result> } | undefined;
  readonly choose: ReactNode;
  readonly done: (result: Result) => ReactNode;
  readonly cancelled: Say;
  readonly send: (request: Request) => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="job-body">
        {job === undefined && choose}
        {job?.state.kind === 'running' && (
          <Progress
            says={running}
            done={job.state.done}
            of={job.state.of}
            in={unit}
            onCancel={() => {
              send({ kind: 'cancel-job', jobId: job.id });
            }}
          />
        )}
        {job?.state.kind === 'done' && done(job.state.result)}
        {(job?.state.kind === 'failed' || job?.state.kind === 'cancelled') && (
          <div className="job-ended" role="alert">
            {job.state.kind === 'failed' ? (
              <JobFailureText failure={job.state.failure} />
            ) : (
              <Both of={cancelled} />
            )}
            <Button says={(w) => w.log.screen['try-again']} onPress={onAgain} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
