import { afterAll, describe, expect, it } from 'vitest';
import { plantTree } from './planted-tree.ts';

interface Fault {
  readonly path: string;
  readonly text: string;
  readonly rule: string;
  /** What the reader is told to do instead, where the words are ours. */
  readonly advice?: string;
}

const imports = 'eslint(no-restricted-imports)';

/** One fault a file; the file's name says what is wrong with it. */
const faults: readonly Fault[] = [
  {
    path: 'renderer/gate/reaches-core.ts',
    text: `export { decide } from '#core/policy';`,
    rule: imports,
    advice: 'The renderer speaks only #kiosk/contract',
  },
  {
    path: 'renderer/gate/reaches-service.ts',
    text: `export { startService } from '#kiosk/service';`,
    rule: imports,
    advice: 'The renderer speaks only #kiosk/contract',
  },
  {
    path: 'renderer/gate/reaches-node.ts',
    text: `export { readFileSync } from 'node:fs';`,
    rule: imports,
    advice: 'sandboxed page',
  },
  {
    path: 'renderer/gate/reaches-electron.ts',
    text: `export type { App } from 'electron';`,
    rule: imports,
    advice: 'the same under every host',
  },
  {
    path: 'renderer/gate/goes-round-the-door.ts',
    text: `export { commandSchema } from '../../kiosk/contract/commands.ts';`,
    rule: imports,
    advice: 'through its door',
  },
  {
    path: 'kiosk/service/reaches-fixtures.ts',
    text: `export { makePass } from '#fixtures/issuer';`,
    rule: imports,
    advice: 'only kiosk/demo may use #fixtures',
  },
  {
    path: 'kiosk/service/reaches-window.ts',
    text: `export { openWindow } from '#electron';`,
    rule: imports,
    advice: 'no window may be reached',
  },
  {
    path: 'kiosk/service/goes-round-a-neighbour.ts',
    text: `export { createGatekeeper } from '../loopback/gatekeeper.ts';`,
    rule: imports,
    advice: 'Enter a neighbouring folder through its door',
  },
  {
    path: 'kiosk/contract/reaches-store.ts',
    text: `export { openStore } from '#db';`,
    rule: imports,
    advice: "speaks core's words alone",
  },
  {
    path: 'electron/imports-at-run-time.ts',
    text: `import { app } from 'electron';\napp.quit();`,
    rule: imports,
    advice: 'Only electron/main.ts and electron/preload.ts',
  },
  {
    path: 'electron/decides.ts',
    text: `export { decide } from '#core/policy';`,
    rule: imports,
    advice: 'a decision belongs in kiosk or core',
  },
  {
    path: 'native/loads-electron.ts',
    text: `export const shell = await import('electron');`,
    rule: imports,
    advice: 'Only electron/main.ts and electron/preload.ts',
  },
  {
    path: 'native/reaches-store.ts',
    text: `export { openStore } from '#db';`,
    rule: imports,
    advice: 'native knows core alone',
  },
  {
    path: 'db/reaches-kiosk.ts',
    text: `export { commandSchema } from '#kiosk/contract';`,
    rule: imports,
    advice: 'db knows core alone',
  },
  {
    path: 'db/imports-a-test.ts',
    text: `export { fixedNow } from './tests/fixed-now.ts';`,
    rule: imports,
    advice: 'Nothing imports tests',
  },
  {
    path: 'core/pass/uses-a-package.ts',
    text: `export { z } from 'zod';`,
    rule: imports,
    advice: 'declare an interface here',
  },
  {
    path: 'core/pass/uses-node.ts',
    text: `export { createHash } from 'node:crypto';`,
    rule: imports,
    advice: 'declare an interface here',
  },
  {
    path: 'core/pass/goes-round-a-neighbour.ts',
    text: `export { trustedTime } from '../trust/clock.ts';`,
    rule: imports,
    advice: "Core imports core's doors",
  },
  {
    path: 'core/pass/reads-a-clock.ts',
    text: `export const now: number = Date.now();`,
    rule: 'eslint(no-restricted-globals)',
    advice: 'take the instant as an argument',
  },
  {
    path: 'core/pass/draws-a-number.ts',
    text: `export const chance: number = Math.random();`,
    rule: 'eslint(no-restricted-properties)',
    advice: 'through a port',
  },
  {
    path: 'native/reads-a-clock.ts',
    text: `export const now = Date.now();`,
    rule: 'eslint(no-restricted-properties)',
    advice: 'Only a host reads a clock',
  },
  {
    path: 'db/drops-a-promise.ts',
    text: `export function go(): void {\n  Promise.resolve(1);\n}`,
    rule: 'typescript(no-floating-promises)',
  },
  {
    path: 'db/hides-a-missing-case.ts',
    text: `export function word(outcome: 'admit' | 'hold' | 'deny'): string {
  switch (outcome) {
    case 'admit':
      return 'go';
    default:
      return 'stay';
  }
}`,
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    path: 'db/believes-anything.ts',
    text: `export function length(text: any): number {\n  return 1;\n}`,
    rule: 'typescript(no-explicit-any)',
  },
  {
    path: 'db/is-sure.ts',
    text: `export function first(list: readonly string[]): string {\n  return list[0]!;\n}`,
    rule: 'typescript(no-non-null-assertion)',
  },
  {
    path: 'db/passes-any-on.ts',
    text: `export function read(text: string): number {\n  return JSON.parse(text);\n}`,
    rule: 'typescript(no-unsafe-return)',
  },
  {
    path: 'db/imports-a-type-as-a-value.ts',
    text: `import { Chain } from './circle-a.ts';\nexport type Link = Chain;`,
    rule: 'typescript(consistent-type-imports)',
  },
  {
    path: 'db/circle-a.ts',
    text: `import { b } from './circle-b.ts';\nexport type Chain = string;\nexport const a = (): number => b();`,
    rule: 'import(no-cycle)',
  },
  {
    path: 'db/circle-b.ts',
    text: `import { a } from './circle-a.ts';\nexport const b = (): number => a();`,
    rule: 'import(no-cycle)',
  },
  {
    path: 'db/has-a-default.ts',
    text: `export default function open(): void {\n  return;\n}`,
    rule: 'import(no-default-export)',
  },
  {
    path: 'db/swallows.ts',
    text: `export function go(): void {\n  try {\n    open();\n  } catch {}\n}\ndeclare function open(): void;`,
    rule: 'eslint(no-empty)',
  },
  {
    path: 'db/talks.ts',
    text: `console.log('committed');`,
    rule: 'eslint(no-console)',
  },
  {
    path: 'db/never-ends.ts',
    text: Array.from(
      { length: 401 },
      (_, line) => `export const line${line} = ${line};`,
    ).join('\n'),
    rule: 'eslint(max-lines)',
  },
  {
    path: 'db/CamelCase.ts',
    text: `export const one = 1;`,
    rule: 'unicorn(filename-case)',
  },
  {
    path: 'renderer/gate/silent-picture.tsx',
    text: `export const Mark = () => <img src="mark.svg" />;`,
    rule: 'jsx-a11y(alt-text)',
  },
  {
    path: 'renderer/gate/sometimes-hooked.tsx',
    text: `import { useState } from 'react';
export function Screen({ open }: { open: boolean }) {
  if (open) return null;
  const [text] = useState('');
  return <p>{text}</p>;
}`,
    rule: 'react-hooks(rules-of-hooks)',
  },
  {
    path: 'tests/db/looks-at-one.test.ts',
    text: `import { it } from 'vitest';\nit.${'only'}('is looked at alone', () => undefined);`,
    rule: 'vitest(no-focused-tests)',
  },
  {
    path: 'tests/db/looks-away.test.ts',
    text: `import { it } from 'vitest';\nit.${'skip'}('is not looked at', () => undefined);`,
    rule: 'vitest(no-disabled-tests)',
  },
  {
    path: 'tests/db/loads-electron.test.ts',
    text: `import { app } from 'electron';\napp.quit();`,
    rule: imports,
    advice: 'the fake in tests/electron',
  },
];

/** What the rules must leave alone, or nobody could work. */
const blameless: Readonly<Record<string, string>> = {
  'core/pass/codec-user.ts': `import { decode } from 'cborg';\nimport { sha256 } from '@noble/hashes/sha2.js';\nimport type { Result } from '#core/result';\nexport const parts: readonly unknown[] = [decode, sha256];\nexport type Read = Result<string, string>;`,
  'kiosk/demo/world.ts': `export { demoWorld } from '#fixtures/demo';`,
  'electron/permissions.ts': `import type { Session } from 'electron';\nexport const quota = (session: Session): unknown => session;`,
  'renderer/gate/screen.ts': `export type { Snapshot } from '#kiosk/contract';`,
  'kiosk/main.ts': `console.log('ready');`,
};

const tree = plantTree({
  ...Object.fromEntries(faults.map(({ path, text }) => [path, `${text}\n`])),
  ...blameless,
});
const { diagnostics } = JSON.parse(tree.run('oxlint', ['--format=json'])) as {
  readonly diagnostics: readonly Diagnostic[]; // the shape of oxlint's report
};

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

afterAll(() => {
  tree.remove();
});

describe('the lint rules', () => {
  it.each(faults)('refuse $path', ({ path, rule, advice }) => {
    const found = diagnostics.filter(
      ({ filename }) => filename.replaceAll('\\', '/') === path,
    );
    expect(found.map(({ code }) => code)).toContain(rule);
    if (advice !== undefined)
      expect(
        found.map(({ message, help }) => `${message} ${help}`).join(),
      ).toContain(advice);
  });

  it.each(Object.keys(blameless))('leave %s alone', (path) => {
    expect(diagnostics.filter(({ filename }) => filename === path)).toEqual([]);
  });
});
