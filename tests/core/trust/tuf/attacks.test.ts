import { afterAll, describe, expect, it } from 'vitest';
import { bundleOf } from '#fixtures/issuer';
import { counted } from '../../../counted.ts';
import { held, next, type Attack } from './attack.ts';
import { attacksOnFiles } from './attacks-on-files.ts';
import { attacksOnOrder } from './attacks-on-order.ts';
import { attacksOnReach } from './attacks-on-reach.ts';
import { attacksOnSigners } from './attacks-on-signers.ts';
import { bundle, createStore, holding, outcome } from './repositories.ts';

const attacks: readonly Attack[] = [
  ...attacksOnOrder,
  ...attacksOnSigners,
  ...attacksOnReach,
  ...attacksOnFiles,
];

describe('apply refuses by name who', () => {
  it.each(attacks)('$name', (attack) => {
    const store =
      attack.held === undefined ? createStore() : holding(attack.held);
    expect(outcome(store, bundleOf(attack.sent))).toEqual(attack.refusal);
    // The honest set is as welcome afterwards as before.
    expect(outcome(store, bundle(next))).toBe('replaced');
  });

  it('is not the rightful publisher, who is taken', () => {
    expect(outcome(holding(held), bundle(next))).toBe('replaced');
  });

  afterAll(() => {
    counted('attacks', attacks.length, 'on updates, each refused by name');
  });
});
