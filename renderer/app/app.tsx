import { useState, useSyncExternalStore, type JSX } from 'react';
import type { GateView } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';
import { useBothText, useLanguage } from '../language/language.tsx';
import { useSound } from '../sound/use-sound.ts';
import { ShiftDialog } from '../staff/shift-dialog.tsx';
import { StaffArea, tabFor, type Tab } from '../staff/staff-area.tsx';
import { DefectBoundary } from '../system/defect-boundary.tsx';
import { goToNextTheme } from '../theme/theme.ts';
import { TrustScreen } from '../trust/trust-screen.tsx';
import { useWedge } from '../wedge/use-wedge.ts';
import { announcementOf } from './announce.ts';
import { BottomBar } from './bottom-bar.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { GateStrip } from './gate-strip.tsx';
import { LiveStrip } from './live-strip.tsx';
import { Ribbon } from './ribbon.tsx';
import { Screen } from './screen.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { useRefusal } from './use-refusal.ts';
import './app.css';

/** What lies over the gate, which goes on in a strip above it. */
type Cover =
  | { readonly kind: 'staff'; readonly tab?: Tab }
  /** Without a login, for whoever looks. */
  | { readonly kind: 'trust' };

/** The whole page: the bars around, one screen in the middle, whatever the state. */
export function App({
  kiosk,
  openTraveller,
}: {
  readonly kiosk: LiveKiosk;
  /** Absent where the host opens the traveller's window itself. */
  readonly openTraveller?: () => boolean;
}): JSX.Element {
  const link = useSyncExternalStore(kiosk.subscribe, kiosk.link);
  const snapshot = link.kind === 'live' ? link.snapshot : undefined;
  const { send, refusal } = useRefusal(kiosk);
  const sound = useSound(link);
  const { switchLanguage } = useLanguage();
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [cover, setCover] = useState<Cover>();
  const [isShiftOpen, setShiftOpen] = useState(false);
  // What needs the guard is not kept waiting behind a list of names.
  const needsGuard = isForGuard(snapshot?.gate);
  if (isShiftOpen && needsGuard) setShiftOpen(false);
  const togglePanel = (): void => {
    setPanelOpen(!isPanelOpen);
  };
  const uncover = (): void => {
    setCover(undefined);
  };
  const toggleStaff = (): void => {
    setCover(cover?.kind === 'staff' ? undefined : { kind: 'staff' });
  };
  const session = snapshot?.session;
  const isTrustOpen =
    cover?.kind === 'trust' ||
    (cover?.kind === 'staff' &&
      session?.kind === 'staff' &&
      tabFor(session.role, cover.tab) === 'trust');
  const openTrust = (): void => {
    setCover(
      session?.kind === 'staff'
        ? { kind: 'staff', tab: 'trust' }
        : { kind: 'trust' },
    );
  };
  useWedge({
    captured: (text) => {
      send({ kind: 'capture', text, source: 'wedge' });
    },
    inputMethodSeen: () => {
      send({ kind: 'report-input-method' });
    },
  });
  useKeys({ F6: sound.toggleMute, F7: switchLanguage, F8: goToNextTheme });
  const covering =
    snapshot !== undefined && snapshot.state !== 'unconfigured'
      ? snapshot
      : undefined;
  const isCovered = cover !== undefined && covering !== undefined;
  return (
    <div className="kiosk">
      <TopBar
        link={link}
        sound={sound}
        isWithStaff={isCovered && cover.kind === 'staff'}
        onStaff={toggleStaff}
        onShift={() => {
          setShiftOpen(true);
        }}
        {...(snapshot?.demo !== undefined && { onDemoPanel: togglePanel })}
        {...(openTraveller !== undefined && { openTraveller })}
      />
      {isCovered && <LiveStrip snapshot={covering} onBack={uncover} />}
      <GateStrip snapshot={snapshot} refusal={refusal} onTrust={openTrust} />
      <div className="middle">
        {!isCovered ? (
          <main className="stage">
            <DefectBoundary key="gate">
              <Screen link={link} kiosk={kiosk} send={send} />
            </DefectBoundary>
            {snapshot?.profile === 'demo' && <Ribbon />}
          </main>
        ) : (
          <main className="office">
            <DefectBoundary key={cover.kind}>
              {cover.kind === 'staff' ? (
                <StaffArea
                  snapshot={covering}
                  kiosk={kiosk}
                  tab={cover.tab}
                  onTab={(tab) => {
                    setCover({ kind: 'staff', tab });
                  }}
                  onClose={uncover}
                />
              ) : (
                <div className="desk-body">
                  <TrustScreen
                    snapshot={covering}
                    kiosk={kiosk}
                    onLogIn={() => {
                      setCover({ kind: 'staff', tab: 'trust' });
                    }}
                    onClose={uncover}
                  />
                </div>
              )}
            </DefectBoundary>
          </main>
        )}
        {snapshot?.demo !== undefined && isPanelOpen && (
          <DemoPanel
            people={snapshot.demo.people}
            send={send}
            onClose={togglePanel}
          />
        )}
      </div>
      {snapshot !== undefined && isShiftOpen && (
        <ShiftDialog
          snapshot={snapshot}
          kiosk={kiosk}
          onClose={() => {
            setShiftOpen(false);
          }}
        />
      )}
      <BottomBar
        snapshot={snapshot}
        isTrustOpen={isTrustOpen}
        onTrust={isTrustOpen ? uncover : openTrust}
      />
      <Announcer link={link} />
    </div>
  );
}

function isForGuard(view: GateView | undefined): boolean {
  return view?.kind === 'hold' || view?.kind === 'deny';
}

/** Always in the page, for a live region only speaks when its text changes. */
function Announcer({ link }: { readonly link: Link }): JSX.Element {
  const bothText = useBothText();
  return (
    <div className="unseen" role="alert" aria-atomic="true">
      {bothText((w) => announcementOf(link, w))}
    </div>
  );
}
