import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import type { BundleRefusal } from '#core/trust';
import { publish, type Tampering } from '#fixtures/issuer';
import { refusalOf, repositoryWith } from './bundle-of.ts';
import { replacedBytes } from './tuf/tampering.ts';

/** A field of one of the files that the sample is made of, at any depth. */
export interface Field {
  readonly file: SampleFile;
  readonly path: Path;
}

export type SampleFile = keyof typeof signers;
export type Path = readonly (string | number)[];

/** Who signs for each of them. */
const signers = {
  'policy/policy.cbor': 'policy',
  'keys/51/keys.cbor': 'issuer.51',
} as const;

/** What is said of the sample with one field set to another value, or taken out; everything rightly signed. */
export function refusalWith(
  { file, path }: Field,
  value: CborValue | undefined,
): BundleRefusal | { readonly code: 'taken' } {
  return refusalOf({}, withField({ file, path }, value));
}

export function withField(
  { file, path }: Field,
  value: CborValue | undefined,
): Tampering {
  const bytes = encodeCbor(replace(contentOf(file), path, value));
  return replacedBytes(file, signers[file], bytes);
}

/** As a refusal names it. */
export function nameOf({ file, path }: Field): string {
  return [file, ...path].join('.');
}

/** Every field of every file, at every depth; each file's schema is not one. */
export function everyField(): readonly Field[] {
  // The keys of the record are the files.
  const files = Object.keys(signers) as SampleFile[];
  return files.flatMap((file) =>
    fieldsOf(contentOf(file), [])
      .filter(([first]) => first !== 'schema')
      .map((path) => ({ file, path })),
  );
}

const sample = publish(repositoryWith());

function contentOf(file: SampleFile): CborValue {
  const decoded = decodeCbor(sample.get(file) ?? new Uint8Array());
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
