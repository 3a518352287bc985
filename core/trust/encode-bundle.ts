import { encodeCbor, type CborValue } from '#core/cbor';
import { encodeFrame, protectedHeader, signedBytes } from '#core/pass';
import type { BundleContent } from './bundle.ts';

/** The payload to be signed; content that breaks the bundle's rules is encoded all the same. */
export function encodeBundle(content: BundleContent): Uint8Array {
  return encodeDocument(content);
}

/** One document of ours: records, lists, texts, numbers and bytes under a schema. */
export function encodeDocument(content: object): Uint8Array {
  return encodeCbor(toCbor({ schema: 1, ...content }));
}

/** The bytes the root signs; `kid` is the root's. */
export function bundleSignedBytes(
  payload: Uint8Array,
  kid: Uint8Array,
): Uint8Array {
  const protectedBytes = protectedHeader(kid);
  return signedBytes({ protectedBytes, payload }, 'HP1/bundle');
}

/** The finished bundle. */
export function bundleFile(
  payload: Uint8Array,
  kid: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  return encodeFrame({ kid, payload, signature });
}

/** Every type a bundle is made of is a text, a number, bytes, a list or a record of these. */
type Plain = string | number | object;

function toCbor(value: Plain): CborValue {
  if (typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return value;
  if (isList(value)) return value.map(toCbor);
  // The fields of BundleContent and what it is made of hold nothing but Plain values.
  const fields = Object.entries(value) as [string, Plain][];
  return new Map(fields.map(([field, inner]) => [field, toCbor(inner)]));
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}
