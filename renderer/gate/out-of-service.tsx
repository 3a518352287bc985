import type { JSX } from 'react';
import { apart } from '../language/apart.ts';
import { Both } from '../language/language.tsx';
import { Next } from '../verdict/next.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { ActionButton } from './action-button.tsx';
import type { Send } from './send.ts';
import type { View } from './view.ts';

/** Nothing can be recorded, so nobody is judged; says so, why, and the way back. */
export function OutOfService({
  view: { failure },
  send,
}: {
  readonly view: View<'out-of-service'>;
  readonly send: Send;
}): JSX.Element {
  return (
    <Verdict
      kind="closed"
      word={(w) => w.screen['lane-closed']}
      actions={
        <ActionButton
          says={(w) => w.screen['try-again']}
          onPress={() => {
            send({ kind: 'retry-recording' });
          }}
        />
      }
    >
      <p className="reason">
        <Both of={(w) => w.screen['other-lane']} />
      </p>
      <Next
        says={(w) =>
          [
            w.storeFailures[failure].fault,
            w.storeFailures[failure].wayBack,
          ].join(apart)
        }
      />
      <p className="staff-code">
        <Both of={(w) => w.screen['staff-code']} />
        <code>{failure}</code>
      </p>
    </Verdict>
  );
}
