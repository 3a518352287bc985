import type { JSX } from 'react';
import { fill, type Snapshot } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both, useBothText } from '../language/language.tsx';
import { JobFailureText } from '../jobs/job-failure.tsx';
import { Progress } from '../jobs/progress.tsx';
import { useNewestJob } from '../jobs/use-newest-job.ts';

/** How the proof of the chain goes, and what it found. */
export function ChainProof({
  snapshot,
  onCancel,
}: {
  readonly snapshot: Snapshot;
  readonly onCancel: (jobId: string) => void;
}): JSX.Element | null {
  const bothText = useBothText();
  const { job, forget } = useNewestJob(snapshot, 'verify-chain');
  if (job === undefined) return null;
  const { id, state } = job;
  if (state.kind === 'running')
    return (
      <div className="log-proof">
        <Progress
          says={(w) => w.log.screen.verifying}
          done={state.done}
          of={state.of}
          onCancel={() => {
            onCancel(id);
          }}
        />
      </div>
    );
  const isGood =
    state.kind === 'done' && state.result.brokenAtSeq === undefined;
  return (
    <div className="log-proof" role="status" data-good={isGood}>
      {state.kind === 'done' && (
        <Both
          of={(w) => {
            const { entries, brokenAtSeq } = state.result;
            return brokenAtSeq === undefined
              ? fill(w.log.screen['chain-holds'], { n: entries })
              : fill(w.log.screen['chain-broken'], { seq: brokenAtSeq });
          }}
        />
      )}
      {state.kind === 'failed' && <JobFailureText failure={state.failure} />}
      {state.kind === 'cancelled' && (
        <Both of={(w) => w.log.screen.cancelled} />
      )}
      <button
        type="button"
        className="log-close"
        aria-label={bothText((w) => w.log.screen.close)}
        onClick={forget}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
