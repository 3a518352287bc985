import { useEffect, useId, useState, type JSX } from 'react';
import { fill, type Volume } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import type { Sound } from '../sound/use-sound.ts';
import { Icon } from './icon.tsx';

const steps: readonly Volume[] = ['low', 'medium', 'high'];

/** How loud, a sound to try it by, and silence for a while. */
export function SoundChoices({
  sound: { state, volume, mutedUntilMs, toggleMute, setVolume, test },
}: {
  readonly sound: Sound;
}): JSX.Element {
  const name = useId();
  return (
    <section className="menu-part">
      <h2 className="menu-title" id={name}>
        <Both of={(w) => w.display.screen.volume} />
      </h2>
      <div
        className="menu-choices"
        data-many={steps.length}
        role="radiogroup"
        aria-labelledby={name}
      >
        {steps.map((step) => (
          <label key={step} className="menu-choice">
            <input
              type="radio"
              name={name}
              checked={step === volume}
              onChange={() => {
                setVolume(step);
              }}
            />
            <Icon name={`volume-${step}`} />
            <Both of={(w) => w.display.volumes[step]} />
          </label>
        ))}
      </div>
      <div className="menu-row">
        <button type="button" className="menu-button" onClick={test}>
          <Icon name="sound" />
          <Both of={(w) => w.display.screen['test-sound']} />
        </button>
        <button
          type="button"
          className="menu-button"
          aria-keyshortcuts="F6"
          onClick={toggleMute}
        >
          <Icon name={state === 'off' ? 'sound' : 'silence'} />
          <Both
            of={(w) => w.display.screen[state === 'off' ? 'unmute' : 'mute']}
          />
        </button>
      </div>
      {mutedUntilMs !== undefined && <MutedFor untilMs={mutedUntilMs} />}
      {state === 'blocked' && (
        <p className="menu-note">
          <Both of={(w) => w.screen['sound-blocked']} />
        </p>
      )}
    </section>
  );
}

const lookEveryMs = 5000;
const minuteMs = 60_000;

function MutedFor({ untilMs }: { readonly untilMs: number }): JSX.Element {
  const [nowMs, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(performance.now());
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const minutes = Math.max(1, Math.ceil((untilMs - nowMs) / minuteMs));
  return (
    <p className="menu-note">
      <Both of={(w) => fill(w.display.screen['muted-for'], { n: minutes })} />
    </p>
  );
}
