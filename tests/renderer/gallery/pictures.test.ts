import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictures } from '../../../renderer/gallery/pictures.ts';

const page = readFileSync(
  new URL('../../../docs/screens.md', import.meta.url),
  'utf8',
);

describe('the pictures', () => {
  const files = pictures
    .filter(({ name }) => name !== '')
    .flatMap(({ name, languages }) =>
      languages.map((language) => `screens/${name}-${language}.png`),
    );

  test('are all on the page of screens, and no others are', () => {
    const shown = [...page.matchAll(/\((screens\/[^)]+)\)/g)].map(
      ([, file = '']) => file,
    );
    expect(shown.toSorted()).toEqual(files.toSorted());
  });

  test('have names of their own', () => {
    expect(new Set(files).size).toBe(files.length);
  });
});
