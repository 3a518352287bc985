import { afterAll, describe, expect, it } from 'vitest';
import { bundleOf } from '#fixtures/issuer';
import { counted } from '../../../counted.ts';
import { held, next, type Attack } from './attack.ts';
import { attacksOnChunks } from './attacks-on-chunks.ts';
import { attacksOnContent } from './attacks-on-content.ts';
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
  ...attacksOnChunks,
  ...attacksOnContent,
];

describe('apply refuses by name who', () => {
  it.each(attacks)('$name', (attack) => {
    const before =
      attack.held === undefined ? createStore() : holding(attack.held);
    const store = { ...before, remembered: () => attack.remembered };
    const { sent } = attack;
    const file = sent instanceof Uint8Array ? sent : bundleOf(sent);
    expect(outcome(store, file, attack.now)).toEqual(attack.refusal);
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
