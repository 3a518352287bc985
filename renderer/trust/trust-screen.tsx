import { useState, type JSX } from 'react';
import {
  fill,
  type Role,
  type Snapshot,
  type TrustView,
} from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { useKeys } from '../app/use-keys.ts';
import { useRefusal } from '../app/use-refusal.ts';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { useNewestJob } from '../jobs/use-newest-job.ts';
import { Both } from '../language/language.tsx';
import { refusalText } from '../log/say-code.ts';
import { createZoneTime, type ZoneTime } from '../log/zone-time.ts';
import { Button } from '../staff/button.tsx';
import { Ages, RootCard } from './cards.tsx';
import { ClockCard } from './clock-card.tsx';
import { ClockDialog } from './clock-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { IssuerTable } from './issuer-table.tsx';
import { KeyHatch } from './key-bar.tsx';
import { Ladder } from './ladder.tsx';
import { TokenDialog } from './token-dialog.tsx';
import { useTrust } from './use-trust.ts';
import { WhoMayDialog } from './who-may-dialog.tsx';
import './trust.css';

type Asked = 'import' | 'token' | 'clock';

/** What this kiosk believes and how old it is: anyone may look, what is behind the buttons has roles. */
export function TrustScreen({
  snapshot,
  kiosk,
  onLogIn,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
  readonly onLogIn: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const [zone] = useState(() => createZoneTime(snapshot.checkpoint.timeZone));
  const [asked, setAsked] = useState<Asked>();
  const { trust, askAgain } = useTrust(kiosk, snapshot);
  const { send, refusal } = useRefusal(kiosk);
  const importing = useNewestJob(snapshot, 'import-bundle');
  const close = (): void => {
    setAsked(undefined);
    askAgain();
  };
  useKeys({ Escape: onClose });
  const role = roleOf(snapshot);
  return (
    <section className="trust">
      <header className="trust-head">
        <h1 className="desk-title">
          <Both of={(w) => w.trust.screen.title} />
        </h1>
        <div className="desk-buttons">
          <Button
            says={(w) => w.trust.screen['set-clock']}
            onPress={() => {
              setAsked('clock');
            }}
          />
          <Button
            says={(w) => w.trust.screen.token}
            onPress={() => {
              setAsked('token');
            }}
          />
          <Button
            weight="main"
            says={(w) => w.trust.screen.import}
            onPress={() => {
              setAsked('import');
            }}
          />
        </div>
      </header>
      {trust.kind === 'asking' && (
        <p className="trust-quiet" role="status">
          <Both of={(w) => w.trust.screen.asking} />
        </p>
      )}
      {trust.kind === 'failed' && (
        <div className="trust-nothing" role="alert">
          <Both of={(w) => w.trust.screen.failed} />
          <Button
            says={(w) => w.trust.screen['try-again']}
            onPress={askAgain}
          />
        </div>
      )}
      {trust.kind === 'known' && (
        <Known snapshot={snapshot} view={trust.view} zone={zone} />
      )}
      {asked !== undefined &&
        asked !== 'token' &&
        !may[asked].includes(role) && (
          <WhoMayDialog
            what={asked}
            onLogIn={onLogIn}
            onClose={() => {
              setAsked(undefined);
            }}
          />
        )}
      {asked === 'import' && may.import.includes(role) && (
        <ImportDialog
          job={importing.job}
          kiosk={kiosk}
          nowMs={snapshot.clock.atMs}
          zone={zone}
          send={send}
          refusal={
            refusal === undefined ? undefined : (w) => refusalText(w, refusal)
          }
          onAgain={importing.forget}
          onClose={() => {
            if (importing.job?.state.kind !== 'running') importing.forget();
            close();
          }}
        />
      )}
      {asked === 'token' && (
        <TokenDialog snapshot={snapshot} kiosk={kiosk} onClose={close} />
      )}
      {asked === 'clock' && may.clock.includes(role) && (
        <ClockDialog
          snapshot={snapshot}
          kiosk={kiosk}
          zone={zone}
          onClose={close}
        />
      )}
    </section>
  );
}

/** A token needs nobody: its signature decides, whoever holds it up. */
const may: Readonly<Record<Exclude<Asked, 'token'>, readonly Role[]>> = {
  import: ['supervisor'],
  clock: ['supervisor', 'maintainer'],
};

function roleOf({ session }: Snapshot): Role {
  return session.kind === 'staff' ? session.role : 'guard';
}

function Known({
  snapshot: { freshness, clock },
  view: { root, held },
  zone,
}: {
  readonly snapshot: Snapshot;
  readonly view: TrustView;
  readonly zone: ZoneTime;
}): JSX.Element {
  if (held === undefined || freshness.rung === 'none')
    return (
      <>
        <div className="trust-nothing" role="status">
          <Icon name="empty" />
          <p className="trust-nothing-word">
            <Both of={(w) => w.trust.screen['no-bundle']} />
          </p>
          <p>
            <Both of={(w) => w.trust.screen['no-bundle-help']} />
          </p>
        </div>
        <div className="trust-cards" data-many="2">
          <ClockCard clock={clock} zone={zone} />
          <RootCard root={root} />
        </div>
      </>
    );
  return (
    <>
      <Ladder freshness={freshness} ladder={held.ladder} />
      <div className="trust-cards">
        <Ages
          freshness={freshness}
          held={held}
          nowMs={clock.atMs}
          zone={zone}
        />
        <ClockCard clock={clock} zone={zone} />
        <RootCard root={root} />
      </div>
      <section className="trust-issuers">
        <div className="trust-issuers-head">
          <h2 className="trust-title">
            <Both
              of={(w) =>
                `${w.trust.screen.issuers} ${String(held.issuers.length)}`
              }
            />
          </h2>
          <p className="trust-killed">
            <Both
              of={(w) =>
                [
                  w.trust.screen.killed,
                  fill(w.trust.screen['killed-keys'], { n: held.killed.keys }),
                  fill(w.trust.screen['killed-ranges'], {
                    n: held.killed.ranges,
                  }),
                ].join(' · ')
              }
            />
          </p>
        </div>
        <KeyHatch />
        <IssuerTable issuers={held.issuers} nowMs={clock.atMs} zone={zone} />
      </section>
    </>
  );
}
