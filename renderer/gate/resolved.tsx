import type { JSX } from 'react';
import { Both } from '../language/language.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import type { Send } from './send.ts';
import { useDismiss } from './use-dismiss.ts';
import type { View } from './view.ts';

/** The guard's decision: never looks like the kiosk's own admit or deny. */
export function Resolved({
  view: { scanId, by, subject, countdown },
  send,
}: {
  readonly view: View<'resolved'>;
  readonly send: Send;
}): JSX.Element {
  useDismiss(scanId, send);
  const name = subject?.maskedName;
  return (
    <Verdict
      kind={by}
      word={(w) =>
        by === 'allowed'
          ? w.screen['allowed-by-guard']
          : w.screen['refused-by-guard']
      }
      countdown={countdown}
    >
      {name !== undefined && <p className="resolved-name">{name}</p>}
      <p className="note">
        <Both of={(w) => w.screen.recorded} />
      </p>
    </Verdict>
  );
}
