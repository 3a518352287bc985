import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBundle, type Policy } from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { quick, signBundle, siteContent, testKey } from './signing.ts';

const page = readFileSync(
  new URL('../../../docs/policy.md', import.meta.url),
  'utf8',
);
const [, example = ''] = /^```jsonc\n([^]*?)^```/m.exec(page) ?? [];
const policy = JSON.parse(
  example.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*[}\]])/g, '$1'),
) as Policy; // readBundle below is what judges its shape

describe('docs/policy.md', () => {
  it('has an example that a kiosk takes as it stands', () => {
    const issuers = ['CN-51', 'CN-00', 'CN-37', 'CN-13', 'CN-5101'].flatMap(
      (id) => siteContent().issuers.map((issuer) => ({ ...issuer, id })),
    );
    const content = siteContent({ issuers, keys: [], statusLists: [], policy });
    const root = testKey('ROOT-1');
    const read = readBundle(signBundle(content, root), {
      root: { name: root.owner, publicKey: root.publicKey },
      profile: 'site',
      signatures: quick,
      sha256,
    });
    expect(read.ok ? read.value.policy : read.error).toEqual(policy);
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

/** The names of the fields, at any depth. */
function fieldsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...fieldsOf(inner),
  ]);
}
