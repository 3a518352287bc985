import type { JSX } from 'react';
import type { Checkpoint, Snapshot } from '#kiosk/contract';
import type { Link } from '../connect/link.ts';
import { Both, useBothText, useLanguage } from '../language/language.tsx';
import type { Sound } from '../sound/use-sound.ts';
import { DisplayMenu } from './display-menu.tsx';
import { Icon } from './icon.tsx';
import { Place } from './place.tsx';
import { useNow } from './use-now.ts';
import './bars.css';

/** Where this is, what time it is there, who is on duty; the same in every state. */
export function TopBar({
  link,
  sound,
  isWithStaff,
  onStaff,
  onShift,
  onDemoPanel,
  openTraveller,
}: {
  readonly link: Link;
  readonly sound: Sound;
  readonly isWithStaff: boolean;
  readonly onStaff: () => void;
  readonly onShift: () => void;
  /** Only in the demo profile. */
  readonly onDemoPanel?: () => void;
  readonly openTraveller?: () => boolean;
}): JSX.Element {
  const bothText = useBothText();
  const checkpoint = checkpointOf(link);
  const snapshot = link.kind === 'live' ? link.snapshot : undefined;
  const isSetUp = snapshot !== undefined && snapshot.state !== 'unconfigured';
  const isAtWork = isSetUp && snapshot.state !== 'revoked';
  return (
    <header
      className="bar top-bar"
      aria-label={bothText((w) => w.screen['top-bar'])}
    >
      {checkpoint !== undefined && <Place checkpoint={checkpoint} />}
      {isAtWork && <OnDuty shift={snapshot?.shift} onShift={onShift} />}
      <div className="bar-rest">
        {link.kind === 'live' && (
          <Clock
            clock={link.snapshot.clock}
            snapshotAtMs={link.atMs}
            timeZone={link.snapshot.checkpoint.timeZone}
          />
        )}
        <div className="bar-buttons">
          {onDemoPanel !== undefined && (
            <button type="button" className="bar-button" onClick={onDemoPanel}>
              <Icon name="panel" />
              <Both of={(w) => w.screen['demo-panel']} />
            </button>
          )}
          {isSetUp && (
            <button
              type="button"
              className="bar-button"
              aria-pressed={isWithStaff}
              onClick={onStaff}
            >
              <Icon name="staff" />
              <Both of={(w) => w.staff.screen['staff-area']} />
            </button>
          )}
          <MuteButton sound={sound} />
          <DisplayMenu
            sound={sound}
            {...(openTraveller !== undefined && { openTraveller })}
          />
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}

/** Whoever reads the bar sees who answers for this lane, or that nobody does yet. */
function OnDuty({
  shift,
  onShift,
}: {
  readonly shift: Snapshot['shift'];
  readonly onShift: () => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <button type="button" className="bar-button bar-shift" onClick={onShift}>
      <Icon name="badge" />
      {shift === undefined ? (
        <Both of={(w) => w.display.screen['start-shift']} />
      ) : (
        <span>
          <span className="unseen">
            {bothText((w) => w.display.screen['on-duty'])}{' '}
          </span>
          {shift.name}
        </span>
      )}
    </button>
  );
}

/** Silence says so in words; sound needs only its sign. */
function MuteButton({
  sound: { state, toggleMute },
}: {
  readonly sound: Sound;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <button
      type="button"
      className="bar-button bar-sound"
      data-state={state}
      aria-label={bothText((w) => w.screen[`sound-${state}`])}
      aria-keyshortcuts="F6"
      onClick={toggleMute}
    >
      <Icon name={state === 'on' ? 'sound' : 'silence'} />
      {state === 'off' && <Both of={(w) => w.screen['sound-off']} />}
    </button>
  );
}

/** A kiosk without a place of its own names none. */
function checkpointOf(link: Link): Checkpoint | undefined {
  switch (link.kind) {
    case 'live':
      return link.snapshot.state === 'unconfigured'
        ? undefined
        : link.snapshot.checkpoint;
    case 'interrupted':
      return link.checkpoint;
    case 'connecting':
    case 'other-version':
    case 'turned-away':
      return undefined;
  }
}

function Clock({
  clock,
  snapshotAtMs,
  timeZone,
}: {
  readonly clock: Snapshot['clock'];
  readonly snapshotAtMs: number;
  readonly timeZone: string;
}): JSX.Element {
  const { language } = useLanguage();
  const nowMs = useNow(clock.atMs, snapshotAtMs);
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(nowMs);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(nowMs);
  return (
    <div className="bar-clock" data-state={clock.state}>
      {clock.state !== 'trusted' && <Doubt state={clock.state} />}
      <p className="bar-when">
        <time className="bar-time">{time}</time>
        <span className="bar-date">{date}</span>
      </p>
    </div>
  );
}

/** Only the sign where the strip below says it in words. */
function Doubt({
  state,
}: {
  readonly state: Exclude<Snapshot['clock']['state'], 'trusted'>;
}): JSX.Element {
  const bothText = useBothText();
  return state === 'drifting' ? (
    <p className="bar-doubt">
      <Icon name="warning" />
      <Both of={(w) => w.clock[state].label} />
    </p>
  ) : (
    <p className="bar-doubt">
      <Icon name="warning" label={bothText((w) => w.clock[state].label)} />
    </p>
  );
}

/** Written in the language it leads to, for whoever cannot read the present one. */
function LanguageSwitch(): JSX.Element {
  const { language, switchLanguage } = useLanguage();
  const bothText = useBothText();
  const other = language === 'zh' ? 'EN' : '中';
  return (
    <button
      type="button"
      className="bar-button bar-language"
      // Begins with what is to be read on it, for those who say what they press.
      aria-label={`${other} ${bothText((w) => w.screen['switch-language'])}`}
      aria-keyshortcuts="F7"
      onClick={switchLanguage}
    >
      {other}
    </button>
  );
}
