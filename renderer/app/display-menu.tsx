import { useId, useState, type JSX } from 'react';
import type { Theme } from '#kiosk/contract';
import { Both, useBothText } from '../language/language.tsx';
import { useRemembered } from '../remembered.ts';
import type { Sound } from '../sound/use-sound.ts';
import { chosenTheme, themes } from '../theme/theme.ts';
import { Mark } from '../verdict/mark.tsx';
import { Icon } from './icon.tsx';
import { SoundChoices } from './sound-choices.tsx';
import './display-menu.css';

/** How this screen looks and sounds; opens under its button and closes at a touch elsewhere. */
export function DisplayMenu({
  sound,
  openTraveller,
}: {
  readonly sound: Sound;
  readonly openTraveller?: () => boolean;
}): JSX.Element {
  const bothText = useBothText();
  const menuId = useId();
  return (
    <>
      <button type="button" className="bar-button" popoverTarget={menuId}>
        <Icon name="display" />
        <Both of={(w) => w.display.screen.menu} />
      </button>
      <div
        id={menuId}
        popover="auto"
        className="menu"
        role="dialog"
        aria-label={bothText((w) => w.display.screen.menu)}
      >
        <ThemeChoices />
        <SoundChoices sound={sound} />
        {openTraveller !== undefined && (
          <TravellerButton openTraveller={openTraveller} />
        )}
      </div>
    </>
  );
}

function ThemeChoices(): JSX.Element {
  const theme = useRemembered(chosenTheme);
  const name = useId();
  return (
    <section className="menu-part">
      <h2 className="menu-title" id={name}>
        <Both of={(w) => w.display.screen.theme} />
        <kbd className="menu-key">F8</kbd>
      </h2>
      <div className="menu-choices" role="radiogroup" aria-labelledby={name}>
        {themes.map((one) => (
          <label key={one} className="menu-choice">
            <input
              type="radio"
              name={name}
              checked={one === theme}
              onChange={() => {
                chosenTheme.set(one);
              }}
            />
            <Swatch theme={one} />
            <Both of={(w) => w.display.themes[one]} />
          </label>
        ))}
      </div>
    </section>
  );
}

/** The three outcomes as they would look. */
function Swatch({ theme }: { readonly theme: Theme }): JSX.Element {
  return (
    <span className="menu-swatch" data-theme={theme}>
      {(['admit', 'hold', 'deny'] as const).map((kind) => (
        <span key={kind} data-kind={kind}>
          <Mark kind={kind} isSmall />
        </span>
      ))}
    </span>
  );
}

function TravellerButton({
  openTraveller,
}: {
  readonly openTraveller: () => boolean;
}): JSX.Element {
  const [isBlocked, setBlocked] = useState(false);
  return (
    <section className="menu-part">
      <button
        type="button"
        className="menu-button"
        onClick={() => {
          setBlocked(!openTraveller());
        }}
      >
        <Icon name="window" />
        <Both of={(w) => w.display.screen['open-traveller-screen']} />
      </button>
      {isBlocked && (
        <p className="menu-note" role="alert">
          <Both of={(w) => w.display.screen['traveller-screen-blocked']} />
        </p>
      )}
    </section>
  );
}
