import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What a JSON document is made of. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** Far deeper than any metadata, far shallower than a call stack. */
const deepest = 32;

/**
 * The bytes TUF signs: canonical JSON by the OLPC rules, names sorted, nothing escaped but `"` and `\`.
 * Undefined for what has no such form: a fraction, a number that is not exact, half a character, or
 * nesting past 32.
 */
export function canonicalJson(value: Json): Uint8Array | undefined {
  const text = toText(value, 0);
  return text === undefined ? undefined : utf8ToBytes(text);
}

function toText(value: Json, depth: number): string | undefined {
  if (depth > deepest) return undefined;
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? String(value) : undefined;
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) {
    return enclosed(
      '[',
      value.map((inner) => toText(inner, depth + 1)),
      ']',
    );
  }
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => member(quoted(name), toText(inner, depth + 1)));
  return enclosed('{', members, '}');
}

function member(
  name: string | undefined,
  value: string | undefined,
): string | undefined {
  if (name === undefined || value === undefined) return undefined;
  return `${name}:${value}`;
}

function enclosed(
  open: string,
  parts: readonly (string | undefined)[],
  close: string,
): string | undefined {
  if (parts.includes(undefined)) return undefined;
  return `${open}${parts.join(',')}${close}`;
}

function quoted(text: string): string | undefined {
  if (!text.isWellFormed()) return undefined;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
