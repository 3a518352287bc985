import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's top folder. */
export const repository = join(import.meta.dirname, '..', '..');

/**
 * Every file that is or would be tracked, as paths from the top with forward slashes. The tree is
 * walked, so that it holds without git too; what .gitignore names is left out.
 */
export function trackedFiles(): readonly string[] {
  return filesBelow('', ignored());
}

export function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

/** One of the repository's own JSON files, whose shape the caller knows. */
export function readJson<T>(path: string): T {
  return JSON.parse(read(path)) as T; // ours: a wrong shape fails the test that reads it
}

/** Files whose bytes are text that people write; pictures, fonts and generated data are not. */
export function writtenFiles(): readonly string[] {
  return trackedFiles().filter(
    (path) =>
      /\.(ts|tsx|mjs|css|html|json|md|yml|toml|sql|jsonc)$|(^|\/)(LICENSE|run|\.[a-z-]+)$/.test(
        path,
      ) &&
      path !== 'package-lock.json' &&
      !path.startsWith('fixtures/vectors/'),
  );
}

function filesBelow(
  folder: string,
  isIgnored: (name: string) => boolean,
): readonly string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap(
    (found) => {
      const path = folder === '' ? found.name : `${folder}/${found.name}`;
      if (found.name === '.git' || isIgnored(found.name)) return [];
      return found.isDirectory() ? filesBelow(path, isIgnored) : [path];
    },
  );
}

/** Our .gitignore has names of folders and endings alone. */
function ignored(): (name: string) => boolean {
  const lines = read('.gitignore')
    .split('\n')
    .filter((line) => line !== '');
  const names = new Set(lines.map((line) => line.replace(/\/$/, '')));
  const endings = lines
    .filter((line) => line.startsWith('*'))
    .map((line) => line.slice(1));
  return (name) =>
    names.has(name) || endings.some((ending) => name.endsWith(ending));
}
