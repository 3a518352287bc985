import type { CborValue } from '#core/cbor';
import { err, ok, type Result } from '#core/result';

/**
 * Reads one value of an untrusted document, or says where it is wrong. The place is the path of field
 * names and positions, e.g. `keys.3.from`; it never repeats a value.
 */
export type Read<T> = (
  value: CborValue | undefined,
  where: string,
) => Result<T, string>;

type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K>
    ? Read<T[K] | undefined>
    : Read<T[K]>;
};

/** A map with these text keys. Keys not named here are a later minor's and are ignored. */
export function record<T extends object>(fields: Fields<T>): Read<T> {
  const readers = Object.entries<Read<unknown>>(fields);
  return (value, where) => {
    if (!isMap(value)) return err(where);
    const found: [string, unknown][] = [];
    for (const [field, read] of readers) {
      const result = read(value.get(field), inside(where, field));
      if (!result.ok) return result;
      if (result.value !== undefined) found.push([field, result.value]);
    }
    // Every field of T has been read by its own reader; absent ones are exactly the optional ones.
    return ok(Object.fromEntries(found) as T);
  };
}

/** A map from texts, each matching `pattern`, to values that are all alike. */
export function dictionary<T>(
  pattern: RegExp,
  read: Read<T>,
  atMost: number,
): Read<Readonly<Record<string, T>>> {
  return (value, where) => {
    if (!isMap(value) || value.size > atMost) return err(where);
    // No prototype: a key such as `toString` that was not given is not there.
    const found = Object.create(null) as Record<string, T>;
    for (const [key, inner] of value) {
      if (typeof key !== 'string' || !pattern.test(key)) return err(where);
      const result = read(inner, inside(where, 'value'));
      if (!result.ok) return result;
      found[key] = result.value;
    }
    return ok(found);
  };
}

export function list<T>(
  read: Read<T>,
  {
    atLeast = 0,
    atMost,
  }: { readonly atLeast?: number; readonly atMost: number },
): Read<readonly T[]> {
  return (value, where) => {
    if (!isList(value)) return err(where);
    if (value.length < atLeast || value.length > atMost) return err(where);
    const found: T[] = [];
    for (const [index, inner] of value.entries()) {
      const result = read(inner, inside(where, index));
      if (!result.ok) return result;
      found.push(result.value);
    }
    return ok(found);
  };
}

export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, where) =>
    value === undefined ? ok(undefined) : read(value, where);
}

export function text(pattern: RegExp): Read<string> {
  return (value, where) =>
    typeof value === 'string' && pattern.test(value) ? ok(value) : err(where);
}

/** A non-negative integer. */
export function uint(atMost: number = Number.MAX_SAFE_INTEGER): Read<number> {
  return (value, where) =>
    typeof value === 'number' && value >= 0 && value <= atMost
      ? ok(value)
      : err(where);
}

export function bytes(atLeast: number, atMost: number): Read<Uint8Array> {
  return (value, where) =>
    value instanceof Uint8Array &&
    value.length >= atLeast &&
    value.length <= atMost
      ? ok(value)
      : err(where);
}

export function oneOf<T extends string>(choices: readonly T[]): Read<T> {
  return (value, where) => {
    const choice = choices.find((candidate) => candidate === value);
    return choice === undefined ? err(where) : ok(choice);
  };
}

export function isMap(
  value: CborValue | undefined,
): value is ReadonlyMap<number | string, CborValue> {
  return value instanceof Map;
}

function isList(value: CborValue | undefined): value is readonly CborValue[] {
  return Array.isArray(value);
}

function inside(where: string, field: string | number): string {
  return `${where}.${field}`;
}
