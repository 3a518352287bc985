import type { JSX } from 'react';
import { fill, type Checkpoint, type Snapshot } from '#kiosk/contract';
import { Both, useBothText, useLanguage } from '../language/language.tsx';
import type { SoundState } from '../sound/use-sound.ts';
import { Icon } from './icon.tsx';
import { useNow } from './use-now.ts';
import './bars.css';

/** Where this is and what time it is there; the same in every state. */
export function TopBar({
  checkpoint,
  clock,
  sound,
  onSound,
  onDemoPanel,
}: {
  readonly checkpoint: Checkpoint | undefined;
  readonly clock:
    { readonly clock: Snapshot['clock']; readonly atMs: number } | undefined;
  readonly sound: SoundState;
  readonly onSound: () => void;
  /** Only in the demo profile. */
  readonly onDemoPanel?: () => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <header
      className="bar top-bar"
      aria-label={bothText((w) => w.screen['top-bar'])}
    >
      {checkpoint !== undefined && <Place checkpoint={checkpoint} />}
      <div className="bar-rest">
        {checkpoint !== undefined && clock !== undefined && (
          <Clock
            clock={clock.clock}
            snapshotAtMs={clock.atMs}
            timeZone={checkpoint.timeZone}
          />
        )}
        {onDemoPanel !== undefined && (
          <button type="button" className="bar-button" onClick={onDemoPanel}>
            <Icon name="panel" />
            <Both of={(w) => w.screen['demo-panel']} />
          </button>
        )}
        <button
          type="button"
          className="bar-button"
          aria-label={bothText((w) => w.screen[`sound-${sound}`])}
          aria-keyshortcuts="F6"
          onClick={onSound}
        >
          <Icon name={sound === 'on' ? 'sound' : 'silence'} />
        </button>
        <LanguageSwitch />
      </div>
    </header>
  );
}

function Place({
  checkpoint: { nameZh, nameEn, lane, direction },
}: {
  readonly checkpoint: Checkpoint;
}): JSX.Element {
  return (
    <>
      <p className="bar-site">
        <Both of={(_w, language) => (language === 'zh' ? nameZh : nameEn)} />
      </p>
      <p className="bar-item">
        <Both of={(w) => fill(w.screen.lane, { n: lane })} />
      </p>
      <p className="bar-item">
        <Icon name={direction} />
        <Both of={(w) => w.directions[direction]} />
      </p>
    </>
  );
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
    <p className="bar-clock" data-state={clock.state}>
      {clock.state !== 'trusted' && (
        <span className="bar-doubt">
          <Icon name="warning" />
          <Both of={(w) => w.clock[clock.state].label} />
        </span>
      )}
      <span className="bar-date">{date}</span>
      <time className="bar-time">{time}</time>
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
