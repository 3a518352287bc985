import { describe, expect, it } from 'vitest';
import { mayNavigate } from '../../electron/navigation.ts';
import { isOwnPage, startPage } from '../../electron/own-page.ts';

describe('navigation', () => {
  it.each([startPage, `${startPage}#en`])(
    'lets the page load itself again: %s',
    (address) => {
      expect(mayNavigate(address)).toBe(true);
    },
  );

  it.each([
    'https://example.org/',
    'app://kiosk/other.html',
    'app://kiosk/index.html?x=1',
    'app://kiosk.example.org/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'not an address',
    '',
  ])('keeps the page from %s', (address) => {
    expect(mayNavigate(address)).toBe(false);
  });
});

describe('our own page', () => {
  it.each(['app://kiosk/', 'app://kiosk/index.html', 'APP://kiosk/a.js'])(
    'is %s',
    (address) => {
      expect(isOwnPage(address)).toBe(true);
    },
  );

  it.each([
    'app://kiosk.example.org/',
    'app://kiosk:80/',
    'app://user@kiosk/',
    'http://kiosk/',
    'xapp://kiosk/',
    'app:kiosk',
    'null',
    '',
  ])('is not %s', (address) => {
    expect(isOwnPage(address)).toBe(false);
  });
});
