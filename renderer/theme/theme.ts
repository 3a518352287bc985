import type { Theme } from '#kiosk/contract';
import { rememberedChoice } from '../remembered.ts';

/** In the order in which F8 goes through them. */
export const themes: readonly [Theme, ...Theme[]] = [
  'default',
  'colour-blind',
  'night',
  'sun',
];

/** The colours this screen stands in. */
export const chosenTheme = rememberedChoice('postern.theme', themes);

export function goToNextTheme(): void {
  const place = themes.indexOf(chosenTheme.get());
  chosenTheme.set(themes[(place + 1) % themes.length] ?? themes[0]);
}

/** Puts the chosen theme on the page before anything is drawn, and keeps it there. */
export function wearTheme(page: HTMLElement): void {
  const wear = (): void => {
    page.dataset['theme'] = chosenTheme.get();
  };
  wear();
  chosenTheme.subscribe(wear);
}
