import { describe, expect, it } from 'vitest';
import { noticesOf, productionPackages } from '../../scripts/steps/notices.mjs';
import { readJson } from '../house/tracked-files.ts';

const { dependencies } = readJson<{
  dependencies: Readonly<Record<string, string>>;
}>('package.json');

describe('the notices of third parties', () => {
  it('name every dependency with its version, and none of development', () => {
    const names = productionPackages().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(
        Object.entries(dependencies).map(([name, version]) =>
          [name, version].join(' '),
        ),
      ),
    );
    expect(
      names.filter((name) => /^(vitest|electron|node-(linux|win))/.test(name)),
    ).toEqual([]);
  });

  it('have the words of a licence for each, or at least its name', () => {
    const silent = productionPackages().filter(
      ({ text, licence }) => text === '' && licence === 'not stated',
    );
    expect(silent).toEqual([]);
  });

  it('print a text once for all it stands for', () => {
    const mit = { licence: 'MIT', text: 'Permission is hereby granted' };
    const text = noticesOf([
      { name: 'one 1.0.0', ...mit },
      { name: 'two 2.0.0', ...mit },
      { name: 'three 3.0.0', licence: 'ISC', text: '' },
    ]);
    expect(text).toContain(
      'one 1.0.0, two 2.0.0\n\nPermission is hereby granted',
    );
    expect(text.match(/Permission/g)).toHaveLength(1);
    expect(text).toContain('three 3.0.0\n\nLicence: ISC');
  });
});
