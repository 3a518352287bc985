import type { JSX } from 'react';
import type { Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';
import { Gate } from '../gate/gate.tsx';
import type { Send } from '../gate/send.ts';
import { FirstRun } from '../setup/first-run.tsx';
import { LinkScreen } from '../system/link-screen.tsx';
import { SystemScreen } from '../system/system-screen.tsx';

/** What the state of the whole kiosk asks for; the first run stands before everything else. */
export function Screen({
  link,
  kiosk,
  send,
}: {
  readonly link: Link;
  readonly kiosk: LiveKiosk;
  readonly send: Send;
}): JSX.Element {
  if (link.kind !== 'live') return <LinkScreen link={link} />;
  return (
    <FirstRun snapshot={link.snapshot} kiosk={kiosk}>
      <Lane snapshot={link.snapshot} send={send} />
    </FirstRun>
  );
}

function Lane({
  snapshot,
  send,
}: {
  readonly snapshot: Snapshot;
  readonly send: Send;
}): JSX.Element {
  return snapshot.state === 'revoked' ? (
    <SystemScreen
      kind="closed"
      word={(w) => w.states.revoked.label}
      wayBack={(w) => w.states.revoked.warning}
    />
  ) : (
    <Gate snapshot={snapshot} send={send} />
  );
}
