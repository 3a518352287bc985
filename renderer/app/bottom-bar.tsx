import type { JSX } from 'react';
import {
  fill,
  type DeviceStatus,
  type Freshness,
  type Snapshot,
} from '#kiosk/contract';
import { apart } from '../language/apart.ts';
import { Both, useBothText } from '../language/language.tsx';
import { Mark } from '../verdict/mark.tsx';
import { ageOf } from './age.ts';
import { Icon } from './icon.tsx';
import './bars.css';

/** How well the kiosk itself is; without a service it says nothing rather than something old. */
export function BottomBar({
  snapshot,
}: {
  readonly snapshot: Snapshot | undefined;
}): JSX.Element {
  const bothText = useBothText();
  // A kiosk that is not set up has nothing to say of itself yet.
  const isSetUp = snapshot?.state !== 'unconfigured';
  return (
    <footer
      className="bar bottom-bar"
      aria-label={bothText((w) => w.screen['bottom-bar'])}
    >
      {snapshot !== undefined && (
        <>
          {isSetUp && (
            <>
              <FreshnessBadge freshness={snapshot.freshness} />
              <Devices devices={snapshot.devices} />
              <p className="bar-item">
                <Icon name="upload" />
                <Both of={(w) => w.screen.unsent} />
                <span className="bar-number">{snapshot.unsent}</span>
              </p>
            </>
          )}
          <div className="bar-rest">
            {isSetUp && <Today today={snapshot.today} />}
            <p className="bar-version">
              <span className="unseen">
                {bothText((w) => w.screen.version)}{' '}
              </span>
              {snapshot.version}
            </p>
          </div>
        </>
      )}
    </footer>
  );
}

function FreshnessBadge({
  freshness,
}: {
  readonly freshness: Freshness;
}): JSX.Element {
  return (
    <p className="bar-item freshness" data-rung={freshness.rung}>
      <Icon name={freshness.rung === 'normal' ? 'data' : 'warning'} />
      <Both
        of={(w) => {
          const { label } = w.freshness[freshness.rung];
          if (freshness.rung === 'none') return label;
          const { unit, count } = ageOf(freshness.ageMs);
          return `${label}${apart}${fill(w.ages[unit], { n: count })}`;
        }}
      />
    </p>
  );
}

function Devices({
  devices,
}: {
  readonly devices: readonly DeviceStatus[];
}): JSX.Element {
  if (devices.length === 0) {
    return (
      <p className="bar-item">
        <Icon name="cross" />
        <Both of={(w) => w.screen['no-reader']} />
      </p>
    );
  }
  return (
    <ul className="bar-devices">
      {devices.map(({ id, kind, state, failure }) => (
        <li
          key={id}
          className="bar-item device"
          data-state={failure === undefined ? state : 'lost'}
        >
          <Icon name={kind} />
          <Both of={(w) => w.deviceKinds[kind]} />
          <DeviceState state={failure === undefined ? state : 'lost'} />
        </li>
      ))}
    </ul>
  );
}

/** A tick while it works; otherwise the word for what it does not. */
function DeviceState({
  state,
}: {
  readonly state: DeviceStatus['state'];
}): JSX.Element {
  const bothText = useBothText();
  return state === 'open' ? (
    <Icon name="check" label={bothText((w) => w.deviceStates.open)} />
  ) : (
    <Both of={(w) => w.deviceStates[state]} />
  );
}

function Today({ today }: { readonly today: Snapshot['today'] }): JSX.Element {
  const bothText = useBothText();
  return (
    <div className="bar-today">
      <p className="bar-item">
        <Both of={(w) => w.screen.today} />
      </p>
      <ul className="bar-counts">
        {(['admit', 'hold', 'deny'] as const).map((outcome) => (
          <li key={outcome} className="bar-count">
            <Mark kind={outcome} isSmall />
            <span className="unseen">
              {bothText((w) => w.outcomes[outcome])}{' '}
            </span>
            <span className="bar-number">{today[outcome]}</span>
          </li>
        ))}
        <li className="bar-count">
          <Mark kind="neutral" isSmall />
          <span className="unseen">
            {bothText((w) => w.screen['not-passes'])}{' '}
          </span>
          <span className="bar-number">{today.none}</span>
        </li>
      </ul>
    </div>
  );
}
