import type { CborValue } from '#core/cbor';
import { err, ok } from '#core/result';
import type { Result } from '#core/result';
import { isArray, isMap, refuse } from './codec.ts';
import type { Codec } from './codec.ts';
import type { Malformed } from './refusals.ts';

/** An array of `least` to `most` items of one kind. */
export function list<T>(
  item: Codec<T>,
  least: number,
  most: number,
): Codec<readonly T[]> {
  return {
    read(value) {
      if (!isArray(value)) return refuse('claim-type');
      if (value.length < least || value.length > most)
        return refuse('claim-range');
      const items: T[] = [];
      for (const [index, element] of value.entries()) {
        const read = item.read(element);
        if (!read.ok) return refuseInside(index, read.error);
        items.push(read.value);
      }
      return ok(items);
    },
    write: (items) => items.map((element) => item.write(element)),
  };
}

/** `at` is the key in a map or the place in an array. */
interface Field<T> {
  readonly at: number;
  readonly codec: Codec<T>;
}
export interface RequiredField<T> extends Field<T> {
  readonly isRequired: true;
}
export interface OptionalField<T> extends Field<T> {
  readonly isRequired: false;
}

export function required<T>(at: number, codec: Codec<T>): RequiredField<T> {
  return { at, codec, isRequired: true };
}

export function optional<T>(at: number, codec: Codec<T>): OptionalField<T> {
  return { at, codec, isRequired: false };
}

type Shape = Readonly<
  Record<string, RequiredField<unknown> | OptionalField<unknown>>
>;

/** What a shape reads to: a property per field, absent where an optional field is. */
export type Fields<S extends Shape> = {
  readonly [
    K in keyof S as S[K] extends RequiredField<unknown> ? K : never
  ]: S[K] extends Field<infer T> ? T : never;
} & {
  readonly [
    K in keyof S as S[K] extends OptionalField<unknown> ? K : never
  ]?: S[K] extends Field<infer T> ? T : never;
};

/** A map with the given keys; keys it does not know are left alone. */
export function mapOf<S extends Shape>(shape: S): Codec<Fields<S>> {
  const fields = Object.entries(shape);
  return {
    read(value) {
      if (!isMap(value)) return refuse('claim-type');
      return readFields(fields, (at) => value.get(at));
    },
    write(value) {
      const written = writeFields(fields, value);
      return new Map(written);
    },
  };
}

/** Several codecs over one map: the parts of the value that each of them reads. */
export function sameMap<T extends object>(parts: {
  readonly [K in keyof T]: Codec<T[K]>;
}): Codec<T> {
  const codecs = Object.entries<Codec<unknown>>(parts);
  return {
    read(value) {
      const properties: Record<string, unknown> = {};
      for (const [name, codec] of codecs) {
        const read = codec.read(value);
        if (!read.ok) return read;
        properties[name] = read.value;
      }
      // Each part was read by the codec that stands under its name.
      return ok(properties as T);
    },
    write(value) {
      // The names are those of the parts; T does not index by string.
      const properties = value as Readonly<Record<string, unknown>>;
      const maps = codecs.map(([name, codec]) => codec.write(properties[name]));
      return new Map(maps.filter(isMap).flatMap((map) => [...map]));
    },
  };
}

/** An array with the given places and no other; only the last ones may be optional. */
export function arrayOf<S extends Shape>(shape: S): Codec<Fields<S>> {
  const fields = Object.entries(shape);
  return {
    read(value) {
      if (!isArray(value)) return refuse('claim-type');
      if (value.length > fields.length) return refuse('claim-range');
      return readFields(fields, (at) => value[at]);
    },
    write: (value) => writeFields(fields, value).map(([, item]) => item),
  };
}

function readFields<S extends Shape>(
  fields: readonly (readonly [string, Shape[string]])[],
  at: (place: number) => CborValue | undefined,
): Result<Fields<S>, Malformed> {
  const properties: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    const value = at(field.at);
    if (value === undefined) {
      if (!field.isRequired) continue;
      return refuseInside(field.at, {
        reason: 'malformed',
        detail: 'claim-missing',
      });
    }
    const read = field.codec.read(value);
    if (!read.ok) return refuseInside(field.at, read.error);
    properties[name] = read.value;
  }
  // Every field of the shape was read by its own codec under its own name.
  return ok(properties as Fields<S>);
}

function writeFields<S extends Shape>(
  fields: readonly (readonly [string, Shape[string]])[],
  value: Fields<S>,
): [number, CborValue][] {
  // The names are those of the shape; the mapped type does not index by string.
  const properties = value as Readonly<Record<string, unknown>>;
  return fields.flatMap(([name, field]): [number, CborValue][] => {
    const property = properties[name];
    return property === undefined
      ? []
      : [[field.at, field.codec.write(property)]];
  });
}

/** Names the place inside a map or an array; the path grows outwards, as "-65537/2/1". */
function refuseInside(
  place: number,
  refusal: Malformed,
): Result<never, Malformed> {
  const rest = refusal.where === undefined ? '' : `/${refusal.where}`;
  return err({ ...refusal, where: `${place}${rest}` });
}
