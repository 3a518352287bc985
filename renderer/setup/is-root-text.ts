import { parseJson } from './parse-json.ts';

/** Whether a text calls itself a root's file; whether it is one the service says, once a bundle is there too. */
export function isRootText(text: string): boolean {
  const signed = fieldOf(parseJson(text), 'signed');
  return fieldOf(signed, '_type') === 'root';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map(Object.entries(value)).get(name)
    : undefined;
}
