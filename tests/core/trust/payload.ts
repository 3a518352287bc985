import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import { encodeBundle } from '#core/trust';
import { siteContent } from './signing.ts';

export type Path = readonly (string | number)[];

/** The sample's payload with one field set to another value, or taken out. */
export function withField(
  path: Path,
  value: CborValue | undefined,
): Uint8Array {
  return encodeCbor(replace(samplePayload(), path, value));
}

/** Every field of the sample's payload, at every depth, as the path to it. */
export function everyField(): readonly Path[] {
  return fieldsOf(samplePayload(), []);
}

function samplePayload(): CborValue {
  const decoded = decodeCbor(encodeBundle(siteContent()));
  if (!decoded.ok) throw new Error(`the sample: ${decoded.error.detail}`);
  return decoded.value;
}

function replace(
  at: CborValue,
  [step, ...rest]: Path,
  value: CborValue | undefined,
): CborValue {
  if (step === undefined) throw new Error('a path has at least one step');
  const next = (inner: CborValue | undefined): CborValue | undefined => {
    if (rest.length === 0) return value;
    return inner === undefined ? undefined : replace(inner, rest, value);
  };
  if (isMap(at)) {
    const changed = new Map<number | string, CborValue>(at);
    const inner = next(changed.get(step));
    changed.delete(step);
    return inner === undefined ? changed : changed.set(step, inner);
  }
  if (!isList(at)) throw new Error('the path leads nowhere');
  return at.flatMap((inner, index) => {
    if (index !== step) return [inner];
    const changed = next(inner);
    return changed === undefined ? [] : [changed];
  });
}

function fieldsOf(at: CborValue, path: Path): readonly Path[] {
  if (isMap(at)) {
    return [...at].flatMap(([field, inner]) => {
      const here = [...path, field];
      return [here, ...fieldsOf(inner, here)];
    });
  }
  if (!isList(at)) return [];
  return at.flatMap((inner, index) => fieldsOf(inner, [...path, index]));
}

function isMap(
  value: CborValue,
): value is ReadonlyMap<number | string, CborValue> {
  return value instanceof Map;
}

function isList(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value);
}
