import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type {
  Policy,
  Recognition,
  RecognitionEdge,
  TemperaturePolicy,
} from '#core/trust';
import { heldOf } from './bundle-of.ts';
import { siteContent } from './signing.ts';

const page = readFileSync(
  new URL('../../../docs/policy.md', import.meta.url),
  'utf8',
);
const [, example = ''] = /^```jsonc\n([^]*?)^```/m.exec(page) ?? [];
const policy = JSON.parse(
  example.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*[}\]])/g, '$1'),
) as Policy; // taking a bundle of it is what judges its shape

// Records, so that the compiler asks for a field that is added.
const everyField: Readonly<Record<keyof Policy, true>> = {
  version: true,
  asOfMs: true,
  region: true,
  colours: true,
  presentation: true,
  seenAgainWithinMs: true,
  temperature: true,
  freshness: true,
  testBadge: true,
  hotline: true,
  recognition: true,
  applyCode: true,
};
const ladder: Readonly<Record<keyof Policy['freshness'], true>> = {
  normalMs: true,
  bannerMs: true,
  holdMs: true,
};
const protocol: Readonly<Record<keyof TemperaturePolicy, true>> = {
  feverAtCenti: true,
  implausibleBelowCenti: true,
  implausibleAboveCenti: true,
};
const whom: Readonly<Record<keyof Recognition, true>> = {
  home: true,
  edges: true,
  legacy: true,
  conversions: true,
};
const edge: Readonly<Record<keyof RecognitionEdge, true>> = {
  issuer: true,
  kind: true,
  from: true,
  until: true,
  colours: true,
  temperature: true,
};

describe('docs/policy.md', () => {
  it('has an example that a kiosk takes as it stands', () => {
    const issuers = ['CN-51', 'CN-00', 'CN-37', 'CN-13', 'CN-5101'].flatMap(
      (id) => siteContent().issuers.map((issuer) => ({ ...issuer, id })),
    );
    const held = heldOf({ issuers, keys: [], statusLists: [], policy });
    expect(held.policy).toEqual(policy);
  });

  it('has an example in which no field there may be is left out', () => {
    const { temperature = {}, recognition, ...others } = policy;
    expect(Object.keys(policy).toSorted()).toEqual(keysOf(everyField));
    expect(Object.keys(others.freshness).toSorted()).toEqual(keysOf(ladder));
    expect(Object.keys(temperature).toSorted()).toEqual(keysOf(protocol));
    expect(Object.keys(recognition ?? {}).toSorted()).toEqual(keysOf(whom));
    const edges = recognition?.edges.flatMap((edge) => Object.keys(edge));
    expect([...new Set(edges)].toSorted()).toEqual(keysOf(edge));
  });

  it('explains every field that its example has', () => {
    const named = new Set(
      [...page.matchAll(/`\{?([A-Za-z]+(?:, [A-Za-z]+)*)\}?`/g)].flatMap(
        ([, names = '']) => names.split(', '),
      ),
    );
    for (const field of fieldsOf(policy)) expect(named).toContain(field);
  });
});

function keysOf(fields: Readonly<Record<string, true>>): readonly string[] {
  return Object.keys(fields).toSorted();
}

/** The names of the fields, at any depth. */
function fieldsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...fieldsOf(inner),
  ]);
}
