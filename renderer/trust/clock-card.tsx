import type { JSX } from 'react';
import type { Snapshot } from '#kiosk/contract';
import { Icon, type IconName } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
import type { ZoneTime } from '../log/zone-time.ts';
import { useElapsed } from '../staff/duration.ts';
import { whenOf } from './when.ts';

type Clock = Snapshot['clock'];

const shapes: Readonly<Record<Clock['state'], IconName>> = {
  trusted: 'check',
  drifting: 'clock',
  doubtful: 'warning',
  unknown: 'stop',
};

/** What time the kiosk takes it for, and how sure it is. */
export function ClockCard({
  clock,
  zone,
}: {
  readonly clock: Clock;
  readonly zone: ZoneTime;
}): JSX.Element {
  const nowMs = clock.atMs + useElapsed(clock);
  return (
    <section className="trust-card">
      <h2 className="trust-title">
        <Both of={(w) => w.trust.screen.clock} />
      </h2>
      <p className="trust-big">
        <time>{zone.time(nowMs).slice(0, 5)}</time>
      </p>
      <div className="trust-facts">
        <span>{whenOf(zone, nowMs).slice(0, 10)}</span>
        <ClockState state={clock.state} />
      </div>
    </section>
  );
}

export function ClockState({
  state,
}: {
  readonly state: Clock['state'];
}): JSX.Element {
  return (
    <span className="clock-state" data-state={state}>
      <Icon name={shapes[state]} />
      <Both of={(w) => w.clock[state].label} />
    </span>
  );
}
