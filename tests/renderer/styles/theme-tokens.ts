import { readFileSync } from 'node:fs';
import type { Theme } from '#kiosk/contract';

const source = readFileSync(
  new URL('../../../renderer/styles/themes.css', import.meta.url),
  'utf8',
);

export const themeNames: readonly Theme[] = [
  'default',
  'colour-blind',
  'night',
  'sun',
];

/** Every colour of a theme as the page gets it: what it does not say is the default's. */
export function coloursOf(theme: Theme): (token: string) => string {
  const given = { ...declared('default'), ...declared(theme) };
  return (token) => {
    const colour = given[token];
    if (colour === undefined) throw new Error(`${theme} has no --${token}`);
    return colour;
  };
}

/** The names of all tokens with a colour that a theme itself declares. */
export function declared(theme: Theme): Readonly<Record<string, string>> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(
    source,
  );
  const found = [
    ...(block?.[1] ?? '').matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g),
  ].map(([, name = '', colour = '']) => [name, colour] as const);
  return Object.fromEntries(found);
}
