import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  read,
  readJson,
  repository,
  trackedFiles,
  writtenFiles,
} from './tracked-files.ts';

const sources = trackedFiles().filter((path) =>
  /\.(ts|tsx|mjs|css)$/.test(path),
);
const folders = [
  ...new Set(
    trackedFiles().flatMap((path) =>
      path.includes('/') ? [path.split('/')[0]] : [],
    ),
  ),
]
  .filter((folder) => folder !== undefined)
  .filter((folder) => !folder.startsWith('.'));
const vagueNames =
  /^(utils?|helpers?|managers?|types|common|misc|shared|stuff|lib)$/;

describe('the tree', () => {
  it('has no source of more than 400 lines', () => {
    const long = sources.filter((path) => linesOfCode(path) > 400);
    expect(long).toEqual([]);
  });

  it('says in every top-level folder what lives there', () => {
    expect(folders).toContain('core');
    expect(
      folders.filter(
        (folder) => !existsSync(join(repository, folder, 'README.md')),
      ),
    ).toEqual([]);
  });

  it('names files and folders in kebab-case', () => {
    const odd = trackedFiles()
      .filter((path) => !path.endsWith('.md') && path !== 'LICENSE')
      .filter((path) =>
        path
          .split('/')
          .some((name) => !/^\.?[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)),
      );
    expect(odd).toEqual([]);
  });

  it('names no file or folder vaguely', () => {
    const vague = sources.filter((path) =>
      path.split('/').some((name) => vagueNames.test(name.split('.')[0] ?? '')),
    );
    expect(vague).toEqual([]);
  });

  it('keeps the project references and the folders in step', () => {
    const { references } = readJson<{
      references: readonly { path: string }[];
    }>('tsconfig.json');
    const projects = trackedFiles()
      .filter((path) => path.endsWith('/tsconfig.json'))
      .map(dirname);
    expect(references.map(({ path }) => path).toSorted()).toEqual(
      projects.toSorted(),
    );
  });
});

describe('a door', () => {
  const doors = trackedFiles().filter((path) =>
    /^((core|kiosk|fixtures)\/[^/]+|db|native)\/index\.ts$/.test(path),
  );

  it('only lets through what its folder has, unless the folder is the door alone', () => {
    const busy = doors.filter(
      (door) =>
        trackedFiles().some(
          (path) => dirname(path) === dirname(door) && path !== door,
        ) &&
        !/^(export (type )?(\*|\{[^}]*\}) from '(\.\/|#core\/)[^']+'( with \{ type: 'json' \})?;\s*)+$/.test(
          withoutComments(read(door)),
        ),
    );
    expect(doors.length).toBeGreaterThan(5);
    expect(busy).toEqual([]);
  });
});

describe('what is written', () => {
  // Put together here, so that this file does not name what it looks for.
  const marks = new RegExp(
    `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`,
  );
  const machines = new RegExp(
    [
      '/ho' + 'me/[a-z]',
      '/Us' + 'ers/[A-Za-z]',
      '/ro' + 'ot/',
      '/wo' + 'rk/',
      'C:\\\\Us' + 'ers',
    ].join('|'),
  );
  const registries = new RegExp(
    [
      'registry\\.npm' + 'js',
      'npm' + 'mirror',
      'deb\\.deb' + 'ian\\.org',
      'artif' + 'actory',
      ':48' + '73',
    ].join('|'),
  );

  it.each([
    ['a mark of unfinished work', marks],
    ['a path of one machine', machines],
    ['the host of a package registry', registries],
  ])('has nowhere %s', (_what, pattern) => {
    expect(writtenFiles().filter((path) => pattern.test(read(path)))).toEqual(
      [],
    );
  });

  it('has no address in the lock file, so that every registry will do', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":/);
  });

  // A registry may lag behind with the packages of other platforms; `npm ci` then fails everywhere.
  it('has every optional package in the lock file that its packages name', () => {
    const { packages } = readJson<{
      packages: Readonly<Record<string, { optionalDependencies?: object }>>;
    }>('package-lock.json');
    const locked = Object.keys(packages);
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies }) =>
        Object.keys(optionalDependencies ?? {}),
      )
      .filter(
        (name) => !locked.some((path) => path.endsWith(`node_modules/${name}`)),
      );
    expect(missing).toEqual([]);
  });

  it('gives a reason beside every lint suppression', () => {
    const silent = sources.filter((path) =>
      read(path)
        .split('\n')
        .some((line) => /(ox|es)lint-disable(?!.* -- \S)/.test(line)),
    );
    expect(
      silent.filter((path) => path !== 'tests/house/tree.test.ts'),
    ).toEqual([]);
  });

  it('has no link in a document that leads nowhere', () => {
    const dead = trackedFiles()
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => linksIn(read(path)).map((link) => ({ path, link })))
      .filter(
        ({ path, link }) => !existsSync(join(repository, dirname(path), link)),
      )
      .map(({ path, link }) => `${path}: ${link}`);
    expect(dead).toEqual([]);
  });

  it('has the continuous integration run what a person runs', () => {
    expect(read('.ci/run')).toMatch(/^npm test$/m);
    expect(statSync(join(repository, '.ci/run')).mode & 0o111).not.toBe(0);
  });
});

/** The commands that README and CONTRIBUTING promise. */
describe('the commands', () => {
  const { scripts } = readJson<{ scripts: Readonly<Record<string, string>> }>(
    'package.json',
  );

  it.each([
    'start',
    'test',
    'check',
    'bench',
    'soak',
    'dev',
    'build',
    'issuer',
    'screens',
  ])('has %s, and the files it names are there', (name) => {
    const files = (scripts[name] ?? '')
      .split(' ')
      .filter((word) => /\.(mjs|ts)$/.test(word));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual(
      [],
    );
  });
});

function linesOfCode(path: string): number {
  return read(path)
    .split('\n')
    .filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
}

function linksIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}
