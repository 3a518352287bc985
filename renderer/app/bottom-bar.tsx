import type { JSX } from 'react';
import type { DeviceStatus, Freshness, Snapshot, Words } from '#kiosk/contract';
import { Both, useBothText } from '../language/language.tsx';
import { Mark } from '../verdict/mark.tsx';
import { Icon } from './icon.tsx';
import { RungBadge } from './rung.tsx';
import { saySpan } from './say-span.ts';
import './bars.css';

/** How well the kiosk itself is; without a service it says nothing rather than something old. */
export function BottomBar({
  snapshot,
  isTrustOpen,
  onTrust,
}: {
  readonly snapshot: Snapshot | undefined;
  readonly isTrustOpen: boolean;
  readonly onTrust: () => void;
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
              <DataAges
                freshness={snapshot.freshness}
                isOpen={isTrustOpen}
                onPress={onTrust}
              />
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

/** How old each part of what is believed is; pressed, it shows all there is to know of it. */
function DataAges({
  freshness,
  isOpen,
  onPress,
}: {
  readonly freshness: Freshness;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <button
      type="button"
      className="bar-button bar-data"
      aria-pressed={isOpen}
      onClick={onPress}
    >
      <RungBadge rung={freshness.rung} />
      {freshness.rung !== 'none' && (
        <>
          <Age of="trust" ageMs={freshness.ageMs} />
          <Age of="policy" ageMs={freshness.policy.ageMs} />
          {freshness.status !== undefined && (
            <Age of="status" ageMs={freshness.status.ageMs} />
          )}
        </>
      )}
      <span className="unseen">
        {bothText((w) => w.trust.screen['to-trust'])}
      </span>
    </button>
  );
}

function Age({
  of,
  ageMs,
}: {
  readonly of: keyof Words['trust']['ages'];
  readonly ageMs: number;
}): JSX.Element {
  return (
    <span className="bar-age">
      <Both of={(w) => `${w.trust.ages[of]} ${saySpan(ageMs, w)}`} />
    </span>
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
          <DeviceState
            kind={kind}
            state={failure === undefined ? state : 'lost'}
          />
        </li>
      ))}
    </ul>
  );
}

/** A tick while it works, otherwise the word; there is no room for its name beside the sign. */
function DeviceState({
  kind,
  state,
}: {
  readonly kind: DeviceStatus['kind'];
  readonly state: DeviceStatus['state'];
}): JSX.Element {
  const bothText = useBothText();
  return (
    <>
      <span className="unseen">{bothText((w) => w.deviceKinds[kind])} </span>
      {state === 'open' ? (
        <Icon name="check" label={bothText((w) => w.deviceStates.open)} />
      ) : (
        <Both of={(w) => w.deviceStates[state]} />
      )}
    </>
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
