import { useState, type JSX } from 'react';
import { fill, type Snapshot, type Words } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { saySpan } from '../app/say-span.ts';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import type { ZoneTime } from '../log/zone-time.ts';
import { duration, useElapsed } from '../staff/duration.ts';
import { Field } from '../staff/field.tsx';
import { PersonForm } from '../staff/person-form.tsx';
import { useDeskCommand } from '../staff/use-desk-command.ts';
import { ClockState } from './clock-card.tsx';
import { whenOf } from './when.ts';

/** Takes the time from whoever looks at a watch; the kiosk judges whether it can be. */
export function ClockDialog({
  snapshot: { clock, checkpoint },
  kiosk,
  zone,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly zone: ZoneTime;
  readonly onClose: () => void;
}): JSX.Element {
  const nowMs = clock.atMs + useElapsed(clock);
  const [typed, setTyped] = useState(() => zone.field(clock.atMs));
  const [isSet, setDone] = useState(false);
  const command = useDeskCommand(kiosk);
  const [date = '', time = ''] = typed.split('T');
  const saidMs = zone.instant(typed);
  const set = async (): Promise<void> => {
    setDone(false);
    if (saidMs === undefined) return;
    setDone(await command.send({ kind: 'set-clock', atMs: saidMs }));
  };
  return (
    <PersonForm
      title={(w) => w.trust.screen['set-clock']}
      act={(w) => w.trust.screen['set-clock']}
      isReady={saidMs !== undefined && clock.settable !== undefined}
      command={command}
      onSubmit={() => void set()}
      onClose={onClose}
    >
      <dl className="clock-now">
        <dt>
          <Both of={(w) => w.trust.screen['clock-believes']} />
        </dt>
        <dd className="clock-time">
          <time>{whenOf(zone, nowMs)}</time>
        </dd>
        <dt>
          <Both of={(w) => w.trust.screen['clock-state']} />
        </dt>
        <dd>
          <ClockState state={clock.state} />
        </dd>
        {clock.settable !== undefined && (
          <>
            <dt>
              <Both of={(w) => w.trust.screen['clock-settable']} />
            </dt>
            <dd>
              {whenOf(zone, clock.settable.fromMs)} –{' '}
              {whenOf(zone, clock.settable.untilMs)}
            </dd>
          </>
        )}
      </dl>
      <div className="field-pair">
        <Field
          says={(w) => w.trust.screen.date}
          maxLength={10}
          value={date}
          onChange={(value) => {
            setTyped(`${value}T${time}`);
          }}
        />
        <Field
          says={(w) => w.trust.screen.time}
          maxLength={5}
          value={time}
          onChange={(value) => {
            setTyped(`${date}T${value}`);
          }}
        />
      </div>
      <p className="clock-difference" role="status">
        {isSet ? (
          <span className="done">
            <Icon name="check" />
            <Both of={(w) => w.trust.screen['clock-set']} />
          </span>
        ) : (
          <Both
            of={(w) =>
              saidMs === undefined
                ? w.trust.screen['clock-not-a-time']
                : `${w.trust.screen['clock-difference']}${sayDifference(saidMs - nowMs, w)} · ${fill(w.trust.screen['clock-zone'], { zone: checkpoint.timeZone })}`
            }
          />
        )}
      </p>
      <p className="clock-allowed">
        <Both
          of={(w) =>
            w.trust.screen[
              clock.settable === undefined
                ? 'clock-needs-bundle'
                : 'clock-allowed'
            ]
          }
        />
      </p>
    </PersonForm>
  );
}

const dayMs = 24 * 3_600_000;

/** A watch is read to the minute, so less than that is no difference. */
function sayDifference(byMs: number, w: Words): string {
  const { screen } = w.trust;
  const farMs = Math.abs(byMs);
  if (farMs < 60_000) return screen['clock-same'];
  const time =
    farMs >= 2 * dayMs
      ? saySpan(farMs, w)
      : duration(Math.floor(farMs / 60_000) * 60_000, w);
  return fill(screen[byMs > 0 ? 'clock-ahead' : 'clock-behind'], { time });
}
