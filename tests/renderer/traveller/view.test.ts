import { describe, expect, test } from 'vitest';
import {
  openTravellerWindow,
  viewOf,
} from '../../../renderer/traveller/view.ts';

describe('the view an address asks for', () => {
  test('is the traveller’s by its name, beside a token or alone', () => {
    expect(viewOf('#view=traveller')).toBe('traveller');
    expect(viewOf('#token=abc&view=traveller')).toBe('traveller');
  });

  test('is the guard’s otherwise', () => {
    expect(viewOf('')).toBe('guard');
    expect(viewOf('#token=abc')).toBe('guard');
    expect(viewOf('#view=else')).toBe('guard');
  });
});

describe('opening the traveller’s window', () => {
  test('puts no token into the address, and keeps the opener that hands it over', () => {
    const asked: unknown[][] = [];
    const page = pageThat((...args) => {
      asked.push(args);
      return {};
    });
    expect(openTravellerWindow(page)).toBe(true);
    expect(asked).toEqual([
      ['/index.html?x=1#view=traveller', '_blank', 'popup'],
    ]);
  });

  test('says when the browser keeps it from opening', () => {
    expect(openTravellerWindow(pageThat(() => null))).toBe(false);
  });
});

function pageThat(
  open: (...args: unknown[]) => object | null,
): Parameters<typeof openTravellerWindow>[0] {
  return {
    location: { pathname: '/index.html', search: '?x=1' },
    open,
  };
}
