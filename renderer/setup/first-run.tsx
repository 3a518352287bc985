import { useState, type JSX, type ReactNode } from 'react';
import type { Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { SetUpDone } from './set-up-done.tsx';
import { useSiteLanguage } from './use-site-language.ts';
import { Wizard } from './wizard.tsx';
import './setup.css';
import './fields.css';

/**
 * Stands before the gate while the kiosk is not set up, and says once what it has become. A scan
 * that comes meanwhile is shown at once.
 */
export function FirstRun({
  snapshot,
  kiosk,
  children,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  /** The gate. */
  readonly children?: ReactNode;
}): JSX.Element {
  useSiteLanguage(snapshot.language);
  const [isSettingUp, setSettingUp] = useState(false);
  if (snapshot.state === 'unconfigured') {
    if (!isSettingUp) setSettingUp(true);
    return <Wizard kiosk={kiosk} snapshot={snapshot} />;
  }
  if (!isSettingUp) return <>{children}</>;
  if (snapshot.gate.kind !== 'idle') setSettingUp(false);
  return (
    <SetUpDone
      snapshot={snapshot}
      onLeave={() => {
        setSettingUp(false);
      }}
    />
  );
}
