import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '#core/trust';

describe('canonicalJson', () => {
  it('sorts names and escapes nothing but quotes and backslashes', () => {
    const bytes = canonicalJson({
      b: [1, true, null, 'a"\\\n通'],
      a: { '10': -1, '9': {} },
      A: [],
    });
    expect(Buffer.from(bytes ?? []).toString()).toBe(
      '{"A":[],"a":{"10":-1,"9":{}},"b":[1,true,null,"a\\"\\\\\n通"]}',
    );
  });

  it('gives one form to what is equal and others to what is not', () => {
    const values = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [one, other] = [a, b].map((value) =>
          canonicalJson(value as Json),
        );
        const again = canonicalJson(shuffled(a as Json));
        expect(again).toEqual(one);
        if (one === undefined || other === undefined) return;
        const isEqual =
          JSON.stringify(sorted(a as Json)) ===
          JSON.stringify(sorted(b as Json));
        expect(Buffer.compare(one, other) === 0).toBe(isEqual);
      }),
    );
  });

  it.each<[string, Json]>([
    ['a fraction', 0.5],
    ['a number beyond what is exact', 2 ** 53],
    ['half a character', ['\udc00']],
    ['half a character in a name', { '\udc00': 1 }],
    ['nesting past 32', nested(33)],
  ])('has no form for %s', (_what, value) => {
    expect(canonicalJson(value)).toBeUndefined();
  });

  it('nests 32 deep', () => {
    expect(canonicalJson(nested(32))).toBeDefined();
  });
});

function nested(depth: number): Json {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

/** The same value with every record's names in the reverse order. */
function shuffled(value: Json): Json {
  return reordered(value, (names) => names.toReversed());
}

function sorted(value: Json): Json {
  return reordered(value, (names) => names.toSorted());
}

function reordered(
  value: Json,
  order: (names: readonly string[]) => readonly string[],
): Json {
  if (Array.isArray(value)) {
    return value.map((inner: Json) => reordered(inner, order));
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, Json>>;
  return Object.fromEntries(
    order(Object.keys(members)).map((name) => [
      name,
      reordered(members[name] ?? null, order),
    ]),
  );
}
