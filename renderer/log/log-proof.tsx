import type { JSX } from 'react';
import type { Snapshot } from '#kiosk/contract';
import { useRefusal } from '../app/use-refusal.ts';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { ChainProof } from './chain-proof.tsx';
import { LogButton } from './log-button.tsx';
import { refusalText } from './say-code.ts';
import './log-screen.css';

/** All an auditor does with the log: prove that it is what was written. */
export function LogProof({
  snapshot,
  kiosk,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
}): JSX.Element {
  const { send, refusal } = useRefusal(kiosk);
  return (
    <section className="log">
      <h1 className="unseen">
        <Both of={(w) => w.log.screen.log} />
      </h1>
      {refusal !== undefined && (
        <p className="log-warning" role="alert">
          <Both of={(w) => refusalText(w, refusal)} />
        </p>
      )}
      <ChainProof
        snapshot={snapshot}
        onCancel={(jobId) => {
          send({ kind: 'cancel-job', jobId });
        }}
      />
      <div className="log-nothing">
        <Both of={(w) => w.log.screen['verify-what']} />
        <LogButton
          says={(w) => w.log.screen.verify}
          weight="primary"
          onPress={() => {
            send({ kind: 'verify-chain' });
          }}
        />
      </div>
    </section>
  );
}
