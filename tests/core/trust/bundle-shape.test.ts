import { describe, expect, it } from 'vitest';
import type { CborValue } from '#core/cbor';
import { heldOf } from './bundle-of.ts';
import {
  everyField,
  nameOf,
  refusalWith,
  withField,
  type Path,
  type SampleFile,
} from './payload.ts';
import { siteContent } from './signing.ts';

const policy = 'policy/policy.cbor';
const keys = 'keys/51/keys.cbor';

describe('what roles publish', () => {
  it('is read back exactly as it was written', () => {
    expect(heldOf().content).toEqual(siteContent());
  });

  it('may have fields that a later minor adds', () => {
    for (const file of [policy, keys] as const) {
      const later = withField({ file, path: ['later'] }, 'more');
      expect(heldOf({}, later).content).toEqual(siteContent());
    }
  });

  it('may be a policy that takes no temperature', () => {
    const { temperature: _, ...without } = siteContent().policy;
    expect(heldOf({ policy: without }).policy).toEqual(without);
  });

  it('holds no colour under a name that every object inherits', () => {
    const colours = heldOf().trust.issuer('51')?.colours;
    expect(colours?.['G']).toBe('green');
    expect(colours?.['toString']).toBeUndefined();
    expect(colours?.['__proto__']).toBeUndefined();
  });

  it('is refused with any field missing, but for the temperature and a colour', () => {
    const fields = everyField();
    expect(fields.length).toBeGreaterThan(35);
    for (const field of fields) {
      const where = nameOf(field);
      const isOptional =
        where === `${policy}.temperature` ||
        where.startsWith(`${keys}.issuer.colours.`);
      expect(refusalWith(field, undefined), where).toEqual(
        isOptional ? { code: 'taken' } : { code: 'bundle-malformed', where },
      );
    }
  });

  it('is refused with any field of another type', () => {
    for (const field of everyField()) {
      const { code } = refusalWith(field, false);
      expect(code, nameOf(field)).toBe('bundle-malformed');
    }
  });

  it.each<[string, SampleFile, Path, CborValue]>([
    ['an issuer id in lower case', keys, ['issuer', 'id'], 'sc'],
    ['a public key of 31 bytes', keys, key('publicKey'), new Uint8Array(31)],
    ['a public key of 33 bytes', keys, key('publicKey'), new Uint8Array(33)],
    ['a kid in upper case', keys, key('kid'), 'ABCDEF0123456789'],
    ['a key that may sign nothing', keys, key('kinds'), []],
    ['an unknown kind', keys, key('kinds', 0), 'root'],
    ['an unknown form', keys, key('forms', 0), 'screen'],
    ['a negative date', keys, key('from'), -1],
    ['an unknown presentation', policy, ['presentation'], 'none'],
    ['a hotline with letters', policy, ['hotline'], 'call us'],
    ['an apply code of 201', policy, ['applyCode'], 'a'.repeat(201)],
    ['an apply code with a soft hyphen', policy, ['applyCode'], 'a\u00adb'],
  ])('refuses %s', (_what, file, path, value) => {
    expect(refusalWith({ file, path }, value)).toEqual({
      code: 'bundle-malformed',
      where: nameOf({ file, path }),
    });
  });

  it('is refused with recognition that names no home', () => {
    const field = { file: policy, path: ['recognition'] } as const;
    expect(refusalWith(field, new Map([['edges', []]]))).toEqual({
      code: 'bundle-malformed',
      where: `${policy}.recognition.home`,
    });
  });

  it.each<[string, CborValue]>([
    ['a code of nine', new Map([['a'.repeat(9), 'green']])],
    ['a code that is a number', new Map([[1, 'green']])],
    ['a colour outside the common scale', new Map([['G', 'blue']])],
  ])('refuses a colour map with %s', (_what, colours) => {
    const field = { file: keys, path: ['issuer', 'colours'] } as const;
    const refusal = refusalWith(field, colours);
    expect(refusal).toMatchObject({ code: 'bundle-malformed' });
    expect('where' in refusal && refusal.where).toMatch(nameOf(field));
  });
});

describe('what roles publish, how much and how long', () => {
  it.each<[string, SampleFile, Path, CborValue, CborValue]>([
    [
      'an instant',
      policy,
      ['asOfMs'],
      8_640_000_000_000_000,
      8_640_000_000_000_001,
    ],
    ['an issuer id', keys, ['issuer', 'id'], 'A'.repeat(16), 'A'.repeat(17)],
    ['the shortest issuer id', keys, ['issuer', 'id'], 'A', ''],
    ['a name', keys, ['issuer', 'nameEn'], '𠮷'.repeat(60), 'a'.repeat(61)],
    ['the shortest name', keys, ['issuer', 'nameZh'], '川', ''],
    ['the colours', keys, ['issuer', 'colours'], colours(32), colours(33)],
    ['an area', keys, key('areas'), ['510100'], ['5101000']],
    ['the shortest area', keys, key('areas'), ['5'], ['']],
    ['the areas', keys, key('areas'), areas(64), areas(65)],
    ['the hotline', policy, ['hotline'], '0'.repeat(20), '0'.repeat(21)],
    ['the shortest hotline', policy, ['hotline'], '110', '11'],
    ['an apply code', policy, ['applyCode'], 'a'.repeat(200), 'a'.repeat(201)],
    ['the shortest apply code', policy, ['applyCode'], 'a', ''],
  ])('take %s up to its limit', (_what, file, path, longest, beyond) => {
    const field = { file, path };
    const where = nameOf(field);
    expect(refusalWith(field, longest)).not.toMatchObject({ where });
    const { code } = refusalWith(field, beyond);
    expect(code).toBe('bundle-malformed');
  });
});

function key(...path: Path): Path {
  return ['keys', 0, ...path];
}

function colours(count: number): CborValue {
  return new Map(
    Array.from({ length: count }, (_, index) => [`c${index}`, 'green']),
  );
}

function areas(count: number): CborValue {
  return Array.from({ length: count }, (_, index) => `${100_000 + index}`);
}
