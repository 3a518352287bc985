import { describe, expect, it } from 'vitest';
import { saysPinned } from '#core/trust';
import {
  bundle,
  createStore,
  holding,
  siteRepository,
} from './repositories.ts';

const repository = siteRepository();
const other = siteRepository({ name: 'ROOT-2' });

describe('saysPinned', () => {
  it('knows a stored set by the root it was believed from', () => {
    const stored = holding(repository).held().bundle;
    expect(saysPinned(stored, createStore(repository))).toBe(true);
    expect(saysPinned(stored, createStore(other))).toBe(false);
  });

  it('does not take a bundle for one that was believed, nor what is no bundle', () => {
    const pin = createStore(repository);
    expect(saysPinned(bundle(repository), pin)).toBe(false);
    expect(saysPinned(Uint8Array.of(1, 2, 3), pin)).toBe(false);
  });
});
