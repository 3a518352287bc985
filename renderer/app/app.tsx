import { useState, useSyncExternalStore, type JSX } from 'react';
import type { GateView } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';
import { useBothText, useLanguage } from '../language/language.tsx';
import { useSound } from '../sound/use-sound.ts';
import { ShiftDialog } from '../staff/shift-dialog.tsx';
import { StaffArea } from '../staff/staff-area.tsx';
import { DefectBoundary } from '../system/defect-boundary.tsx';
import { goToNextTheme } from '../theme/theme.ts';
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
  const [isWithStaff, setWithStaff] = useState(false);
  const [isShiftOpen, setShiftOpen] = useState(false);
  // What needs the guard is not kept waiting behind a list of names.
  const needsGuard = isForGuard(snapshot?.gate);
  if (isShiftOpen && needsGuard) setShiftOpen(false);
  const togglePanel = (): void => {
    setPanelOpen(!isPanelOpen);
  };
  const toggleStaff = (): void => {
    setWithStaff(!isWithStaff);
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
    isWithStaff && snapshot !== undefined && snapshot.state !== 'unconfigured'
      ? snapshot
      : undefined;
  return (
    <div className="kiosk">
      <TopBar
        link={link}
        sound={sound}
        isWithStaff={covering !== undefined}
        onStaff={toggleStaff}
        onShift={() => {
          setShiftOpen(true);
        }}
        {...(snapshot?.demo !== undefined && { onDemoPanel: togglePanel })}
        {...(openTraveller !== undefined && { openTraveller })}
      />
      {covering !== undefined && (
        <LiveStrip snapshot={covering} onBack={toggleStaff} />
      )}
      <GateStrip snapshot={snapshot} refusal={refusal} />
      <div className="middle">
        {covering === undefined ? (
          <main className="stage">
            <DefectBoundary key="gate">
              <Screen link={link} kiosk={kiosk} send={send} />
            </DefectBoundary>
            {snapshot?.profile === 'demo' && <Ribbon />}
          </main>
        ) : (
          <main className="office">
            <DefectBoundary key="staff">
              <StaffArea
                snapshot={covering}
                kiosk={kiosk}
                onClose={toggleStaff}
              />
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
      <BottomBar snapshot={snapshot} />
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
