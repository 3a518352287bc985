import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoWorld } from '#fixtures/demo';
import { issuerKeyText } from '#fixtures/issuer';

/** The keys of a running demo's issuers, for whoever wants to make a pass of their own. */
export interface IssuerFolder {
  readonly path: string;
  /** The keys end with the demo that believes them. */
  remove(): void;
}

/** Writes them for this account alone, over those of an earlier demo; nothing else is touched. */
export function writeIssuerFolder(
  dataFolder: string,
  keys: DemoWorld['keys'],
): IssuerFolder {
  const path = join(dataFolder, 'issuer');
  const files = Object.entries(keys).map(
    ([name, key]) => [join(path, `${name}.key.json`), key] as const,
  );
  const remove = (): void => {
    for (const [file] of files) rmSync(file, { force: true });
  };
  mkdirSync(path, { recursive: true, mode: 0o700 });
  remove();
  for (const [file, key] of files)
    writeFileSync(file, issuerKeyText(key), { flag: 'wx', mode: 0o600 });
  return { path, remove };
}
