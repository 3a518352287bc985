import { encodeCbor, type CborValue } from '#core/cbor';

/** One document of ours: records, lists, texts, numbers and bytes under a schema. */
export function encodeDocument(content: object): Uint8Array {
  return encodeCbor(toCbor({ schema: 1, ...content }));
}

/** Every type a document is made of is a text, a number, bytes, a list or a record of these. */
type Plain = string | number | object;

function toCbor(value: Plain): CborValue {
  if (typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return value;
  if (isList(value)) return value.map(toCbor);
  // What is published holds nothing but Plain values.
  const fields = Object.entries(value) as [string, Plain][];
  return new Map(fields.map(([field, inner]) => [field, toCbor(inner)]));
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}
