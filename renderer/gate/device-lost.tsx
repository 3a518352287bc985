import type { JSX } from 'react';
import type { DeviceStatus } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
import { Next } from '../verdict/next.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import './device-lost.css';

/** No configured reader is left: which one, how to get it back, and what can be used meanwhile. */
export function DeviceLost({
  deviceId,
  devices,
}: {
  readonly deviceId: string;
  readonly devices: readonly DeviceStatus[];
}): JSX.Element {
  const lost = devices.find(({ id }) => id === deviceId);
  const failure = lost?.failure ?? 'device.missing';
  const open = devices.filter(({ state }) => state === 'open');
  return (
    <Verdict
      kind="lost"
      word={(w) =>
        lost?.kind === 'thermometer'
          ? w.screen['thermometer-lost']
          : w.screen['scanner-lost']
      }
    >
      <p className="reason lost-what">
        <Both of={(w) => w.deviceFailures[failure].fault} />
        <code className="lost-id">{deviceId}</code>
      </p>
      <Next says={(w) => w.deviceFailures[failure].wayBack} />
      <div className="lost-rest">
        <h2 className="lost-rest-title">
          <Both of={(w) => w.screen['still-works']} />
        </h2>
        <ul className="lost-rest-list">
          {open.map(({ id, kind }) => (
            <li key={id}>
              <Icon name="check" />
              <Both of={(w) => w.deviceKinds[kind]} />
            </li>
          ))}
          <li>
            <Icon name="check" />
            <Both of={(w) => w.screen['keyboard-scanner']} />
          </li>
        </ul>
      </div>
    </Verdict>
  );
}
