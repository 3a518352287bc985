import { useState, type JSX } from 'react';
import { fill } from '#kiosk/contract';
import { useKeys } from '../app/use-keys.ts';
import { Both } from '../language/language.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { ActionButton } from './action-button.tsx';
import { NumberPad } from './number-pad.tsx';
import { SettlingRing } from './settling-ring.tsx';
import type { Send } from './send.ts';
import type { View } from './view.ts';

/** Waits for a steady reading; the guard may type one from another thermometer. */
export function NeedTemperature({
  view: { scanId, attempt, latestDeci, settled, countdown },
  send,
}: {
  readonly view: View<'need-temperature'>;
  readonly send: Send;
}): JSX.Element {
  const [isTyping, setTyping] = useState(false);
  useKeys({
    F4: () => {
      setTyping(!isTyping);
    },
  });
  return (
    <Verdict
      kind="need"
      word={(w) => w.screen['take-temperature']}
      countdown={countdown}
      aside={
        isTyping ? (
          <NumberPad
            onDone={(centi) => {
              setTyping(false);
              send({ kind: 'type-temperature', scanId, centi });
            }}
            onBack={() => {
              setTyping(false);
            }}
          />
        ) : (
          <SettlingRing
            settled={settled}
            {...(latestDeci !== undefined && { latestDeci })}
          />
        )
      }
      actions={
        isTyping ? undefined : (
          <ActionButton
            weight="secondary"
            says={(w) => w.screen['type-it']}
            shortcut="F4"
            onPress={() => {
              setTyping(true);
            }}
          />
        )
      }
    >
      <p className="reason">
        <Both
          of={(w) =>
            latestDeci === undefined
              ? w.screen['come-closer']
              : w.screen['keep-still']
          }
        />
      </p>
      {attempt > 1 && (
        <p className="note">
          <Both of={(w) => fill(w.screen.measurement, { n: attempt })} />
        </p>
      )}
    </Verdict>
  );
}
