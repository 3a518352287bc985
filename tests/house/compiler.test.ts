import { afterAll, describe, expect, it } from 'vitest';
import { plantTree } from './planted-tree.ts';

/** Each file needs something that its folder's project does not have. */
const faults: Readonly<Record<string, string>> = {
  'core/pass/reads-the-process.ts': `export const port: unknown = process.env;`,
  'core/pass/uses-a-buffer.ts': `export const bytes: Uint8Array = Buffer.alloc(1);`,
  'core/pass/imports-node.ts': `export { readFileSync } from 'node:fs';`,
  'core/pass/touches-the-page.ts': `export const title: string = document.title;`,
  'core/pass/encodes-text.ts': `export const bytes: Uint8Array = new TextEncoder().encode('x');`,
  'core/pass/hashes-by-itself.ts': `export const engine: unknown = crypto.subtle;`,
  'core/pass/waits.ts': `setTimeout(() => undefined, 1);`,
  'core/pass/reaches-the-store.ts': `export { openStore } from '#db';`,
  'core/pass/goes-deep.ts': `export { trustedTime } from '#core/trust/clock';`,
  'core/pass/states-no-type.ts': `export const now = Math.max(...[1]);`,
  'core/pass/counts-on-an-element.ts': `export const first: string = ['a'].slice(1)[0];`,
  'core/pass/has-an-enum.ts': `export enum Outcome { Admit }`,
};

const tree = plantTree({
  ...faults,
  'core/pass/honest.ts': `export function twice(value: number): number {\n  return 2 * value;\n}`,
  'db/index.ts': `export function openStore(): number {\n  return 1;\n}`,
});
const complaints = tree.run('typescript', ['-p', 'core', '--pretty', 'false']);

afterAll(() => {
  tree.remove();
});

describe('the compiler', () => {
  it.each(Object.keys(faults))('refuses %s', (path) => {
    expect(complaints).toContain(`${path}(`);
  });

  it('accepts a function of its arguments', () => {
    expect(complaints).not.toContain('honest.ts');
  });
});
