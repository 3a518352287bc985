import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readSoakArguments,
  soakStages,
} from '../../scripts/steps/soak-stages.mjs';

const repository = join(import.meta.dirname, '..', '..');

describe('a soak run', () => {
  it('takes the full counts when nothing is said', () => {
    expect(readSoakArguments([])).toEqual({
      stages: soakStages.map((stage) => ({ ...stage, count: stage.full })),
    });
  });

  it('goes in rounds when a time is said', () => {
    const asked = readSoakArguments(['--minutes', '5', '--only', 'fuzz']);
    const [fuzz] = soakStages.filter(({ name }) => name === 'fuzz');
    expect(asked).toEqual({
      minutes: 5,
      stages: [{ ...fuzz, count: fuzz?.round }],
    });
  });

  it('takes a count of its own for one stage', () => {
    const asked = readSoakArguments(['--kills', '7', '--only', 'kills']);
    expect(asked).toMatchObject({ stages: [{ name: 'kills', count: 7 }] });
  });

  it.each([[['--kills']], [['--minutes', '0']], [['--only', 'everything']]])(
    'says what it does not understand: %j',
    (args) => {
      expect(readSoakArguments(args)).toMatch(/not understood/);
    },
  );

  it('runs tests that are there', () => {
    const gone = soakStages.filter(
      ({ tests }) => !existsSync(join(repository, tests)),
    );
    expect(gone).toEqual([]);
  });
});
