import type { BrowserWindow, Display, Rectangle, Screen } from 'electron';

/**
 * Keeps a window facing the traveller on a display that is not the guard's, for as long as there is
 * one: displays come and go with their plugs. It never keeps the keyboard, on which a scanner may type.
 * A window that someone closed comes back with the next change of displays.
 */
export function keepTravellerWindow(
  screen: Screen,
  guard: BrowserWindow,
  open: (bounds: Rectangle) => BrowserWindow,
): void {
  let shown:
    { readonly window: BrowserWindow; readonly on: Display } | undefined;

  const close = (): void => {
    const { window } = shown ?? {};
    shown = undefined;
    if (window?.isDestroyed() === false) window.destroy();
  };

  const settle = (): void => {
    const on = guard.isDestroyed()
      ? undefined
      : otherDisplay(
          screen.getAllDisplays(),
          screen.getDisplayMatching(guard.getBounds()),
        );
    if (on !== undefined && shown !== undefined && isSame(on, shown.on)) return;
    close();
    if (on === undefined) return;
    const window = open(on.bounds);
    shown = { window, on };
    window.on('focus', () => {
      guard.focus();
    });
    window.on('closed', () => {
      if (shown?.window === window) shown = undefined;
    });
    guard.focus();
  };

  screen.on('display-added', settle);
  screen.on('display-removed', settle);
  screen.on('display-metrics-changed', settle);
  // The last window that closes ends the lane, and the guard's is that one.
  guard.on('closed', close);
  settle();
}

/** The display for the traveller: the first that is not the guard's, nor a mirror of it. */
function otherDisplay(
  displays: readonly Display[],
  guards: Display,
): Display | undefined {
  return displays.find(
    (display) =>
      display.id !== guards.id && !hasSamePlace(display.bounds, guards.bounds),
  );
}

function isSame(one: Display, other: Display): boolean {
  return one.id === other.id && hasSamePlace(one.bounds, other.bounds);
}

function hasSamePlace(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  );
}
