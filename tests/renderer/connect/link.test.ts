import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { backOffMs } from '../../../renderer/connect/back-off.ts';
import { isNewer } from '../../../renderer/connect/link.ts';
import { takeToken } from '../../../renderer/connect/token.ts';
import { snapshotWith } from '../snapshots.ts';

describe('a snapshot', () => {
  test('is newer than none, than a smaller number, and than any of another service', () => {
    const held = snapshotWith({ number: 5 });
    expect(isNewer(undefined, held)).toBe(true);
    expect(isNewer(held, snapshotWith({ number: 6 }))).toBe(true);
    expect(isNewer(held, snapshotWith({ number: 5 }))).toBe(false);
    expect(isNewer(held, snapshotWith({ number: 4 }))).toBe(false);
    expect(
      isNewer(held, snapshotWith({ serviceId: 'second-start', number: 1 })),
    ).toBe(true);
  });

  test('leaves the newest standing whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (numbers) => {
        const kept = numbers
          .map((number) => snapshotWith({ number }))
          .reduce((held, next) => (isNewer(held, next) ? next : held));
        expect(kept.number).toBe(Math.max(...numbers));
      }),
    );
  });
});

describe('the wait before dialling again', () => {
  test('doubles, stays under five seconds, and is spread by chance', () => {
    expect([0, 1, 2, 3].map((attempt) => backOffMs(attempt, 1))).toEqual([
      250, 500, 1000, 2000,
    ]);
    expect(backOffMs(30, 1)).toBe(5000);
    expect(backOffMs(30, 0)).toBe(2500);
  });
});

describe('the token', () => {
  test('is taken out of the address once and kept for reloads', () => {
    const page = pageAt('#token=abc-DEF_1');
    expect(takeToken(page)).toBe('abc-DEF_1');
    expect(page.shown).toEqual(['/index.html?x=1']);
    page.location.hash = '';
    expect(takeToken(page)).toBe('abc-DEF_1');
    expect(page.shown).toHaveLength(1);
  });

  test('leaves what else the address says, without itself', () => {
    const page = pageAt('#token=abc&view=traveller');
    expect(takeToken(page)).toBe('abc');
    expect(page.shown).toEqual(['/index.html?x=1#view=traveller']);
  });

  test('of a new start replaces the one kept', () => {
    const page = pageAt('#token=first');
    takeToken(page);
    page.location.hash = '#token=second';
    expect(takeToken(page)).toBe('second');
  });

  test('is absent where the page was opened without one', () => {
    expect(takeToken(pageAt(''))).toBeUndefined();
  });
});

function pageAt(hash: string): Parameters<typeof takeToken>[0] & {
  readonly location: { hash: string };
  readonly shown: readonly string[];
} {
  const kept = new Map<string, string>();
  const shown: string[] = [];
  return {
    shown,
    location: { hash, pathname: '/index.html', search: '?x=1' },
    history: {
      replaceState: (_state: unknown, _title: string, address) => {
        shown.push(String(address));
      },
    },
    sessionStorage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => {
        kept.set(key, value);
      },
    },
  };
}
