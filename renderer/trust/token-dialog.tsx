import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type JSX,
} from 'react';
import { fill, type Snapshot } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { saySpan } from '../app/say-span.ts';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';
import { Dialog } from '../staff/dialog.tsx';
import { duration, useLeft } from '../staff/duration.ts';
import { Refused } from '../staff/refused.tsx';
import { useAwaitedRead } from '../staff/use-awaited-read.ts';
import { useDeskCommand } from '../staff/use-desk-command.ts';

/** As long as the kiosk waits for it; any other code goes to the gate meanwhile. */
const waitsMs = 60_000;

/** Proves that what is held is still the latest: by a scanner of the lane, or pasted. */
export function TokenDialog({
  snapshot,
  kiosk,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly onClose: () => void;
}): JSX.Element {
  const [attempt, setAttempt] = useState(0);
  const [pasted, setPasted] = useState('');
  const [from, setFrom] = useState<'scan' | 'paste'>('scan');
  const [isConfirmed, setConfirmed] = useState(false);
  const { send, isBusy, refusal, forget } = useDeskCommand(kiosk);
  const id = useId();
  const pasteRef = useRef<HTMLTextAreaElement>(null);
  const confirm = async (token: string): Promise<void> => {
    setConfirmed(await send({ kind: 'confirm-freshness', token }));
  };
  const { freshness } = snapshot;
  return (
    <Dialog title={(w) => w.trust.screen.token} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          setFrom('paste');
          // Mail and chat break long lines and indent them.
          void confirm(pasted.replaceAll(/\s/gu, ''));
        }}
      >
        <p>
          <Both of={(w) => w.trust.screen['token-what']} />
        </p>
        <Refused says={refusal} />
        <div role="status">
          {isConfirmed && freshness.rung !== 'none' && (
            <p className="done">
              <Icon name="check" />
              <Both
                of={(w) =>
                  fill(w.trust.screen['token-done'], {
                    age: saySpan(freshness.ageMs, w),
                  })
                }
              />
            </p>
          )}
          {!isConfirmed && (
            <Waiting
              key={attempt}
              snapshot={snapshot}
              kiosk={kiosk}
              isBusy={isBusy}
              hasFailed={refusal !== undefined}
              from={from}
              onRead={(text) => {
                setFrom('scan');
                void confirm(text);
              }}
              onAgain={() => {
                forget();
                if (from === 'paste') {
                  setPasted('');
                  pasteRef.current?.focus();
                }
                setFrom('scan');
                setAttempt(attempt + 1);
              }}
            />
          )}
        </div>
        {!isConfirmed && (
          <div className="field">
            <label className="field-label" htmlFor={id}>
              <Both of={(w) => w.trust.screen['token-paste']} />
            </label>
            <textarea
              id={id}
              ref={pasteRef}
              className="field-input recover-code"
              rows={2}
              maxLength={2048}
              spellCheck={false}
              placeholder="HT1…"
              value={pasted}
              onChange={(event) => {
                setPasted(event.target.value);
              }}
            />
          </div>
        )}
        <div className="desk-buttons">
          {!isConfirmed && (
            <Button
              weight="main"
              says={(w) =>
                isBusy
                  ? w.staff.screen.checking
                  : w.trust.screen['token-confirm']
              }
              isDisabled={isBusy || pasted.trim() === ''}
            />
          )}
          <Button says={(w) => w.trust.screen.close} onPress={onClose} />
        </div>
      </form>
    </Dialog>
  );
}

/** One minute of waiting for a reader; what it reads is sent at once. */
function Waiting({
  snapshot,
  kiosk,
  isBusy,
  hasFailed,
  from,
  onRead,
  onAgain,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  /** Where what failed came from. */
  readonly from: 'scan' | 'paste';
  readonly onRead: (text: string) => void;
  readonly onAgain: () => void;
}): JSX.Element {
  const [sinceMs] = useState(() => performance.now());
  const leftMs = useLeft(waitsMs, sinceMs);
  const read = useAwaitedRead(kiosk, snapshot, 'freshness-token');
  // What is still there from the attempt before goes before anything new can come.
  const [isClear, setClear] = useState(read === undefined);
  if (!isClear && read === undefined) setClear(true);
  const isNew = isClear && read !== undefined;
  const take = useEffectEvent(onRead);
  useEffect(() => {
    if (isNew) take(read);
  }, [isNew, read]);
  if (leftMs > 0 && !hasFailed)
    return (
      <p className="token-waiting">
        <Icon name="scanner" />
        <Both
          of={(w) =>
            isNew || isBusy
              ? w.trust.screen['token-read']
              : fill(w.trust.screen['token-waiting'], {
                  time: duration(leftMs, w),
                })
          }
        />
      </p>
    );
  return (
    <div className="token-over">
      {!hasFailed && (
        <p>
          <Both of={(w) => w.trust.screen['token-over']} />
        </p>
      )}
      <Button
        says={(w) =>
          w.trust.screen[
            hasFailed && from === 'paste' ? 'token-paste-again' : 'token-again'
          ]
        }
        onPress={onAgain}
      />
    </div>
  );
}
