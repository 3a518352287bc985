import type { JSX } from 'react';
import type { GateView, Snapshot } from '#kiosk/contract';
import { Admit } from './admit.tsx';
import { Deny } from './deny.tsx';
import { DeviceLost } from './device-lost.tsx';
import { Hold } from './hold.tsx';
import { Idle } from './idle.tsx';
import { NeedTemperature } from './need-temperature.tsx';
import { NotAPass } from './not-a-pass.tsx';
import { OutOfService } from './out-of-service.tsx';
import { Resolved } from './resolved.tsx';
import type { Send } from './send.ts';

/** The one screen for the one state the gate is in; keyed by scan, so nothing outlives its person. */
export function Gate({
  snapshot,
  send,
}: {
  readonly snapshot: Snapshot;
  readonly send: Send;
}): JSX.Element {
  const view: GateView = snapshot.gate;
  const { timeZone } = snapshot.checkpoint;
  switch (view.kind) {
    case 'idle':
      return <Idle key="idle" isReading={false} />;
    case 'reading':
      return <Idle key="idle" isReading />;
    case 'need-temperature':
      return (
        <NeedTemperature
          key={`${view.scanId} ${view.attempt}`}
          view={view}
          send={send}
        />
      );
    case 'admit':
      return (
        <Admit key={view.scanId} view={view} timeZone={timeZone} send={send} />
      );
    case 'hold':
      return (
        <Hold
          key={`${view.scanId} ${view.verdict.temperaturesDeci.length}`}
          view={view}
          timeZone={timeZone}
          send={send}
        />
      );
    case 'deny':
      return (
        <Deny key={view.scanId} view={view} timeZone={timeZone} send={send} />
      );
    case 'not-a-pass':
      return <NotAPass key={view.scanId} view={view} send={send} />;
    case 'resolved':
      return <Resolved key={view.scanId} view={view} send={send} />;
    case 'device-lost':
      return (
        <DeviceLost
          key="device-lost"
          deviceId={view.deviceId}
          devices={snapshot.devices}
        />
      );
    case 'out-of-service':
      return <OutOfService key="out-of-service" view={view} send={send} />;
  }
}
