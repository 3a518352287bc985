import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Writes the licences of every package that may be inside the bundles or the screens beside the
 * bundle, each text once, with the packages it stands for.
 */
export function writeNotices(folder = join(root, 'dist', 'app')) {
  writeFileSync(
    join(folder, 'third-party-notices.txt'),
    noticesOf(productionPackages()),
  );
}

/**
 * @typedef {{ readonly name: string, readonly licence: string, readonly text: string }} Notice
 * @param {readonly Notice[]} notices
 */
export function noticesOf(notices) {
  const names = new Map();
  for (const { name, licence, text } of notices) {
    const of = text === '' ? `Licence: ${licence}` : text;
    names.set(of, [...(names.get(of) ?? []), name]);
  }
  return [...names]
    .map(([text, of]) => `${of.join(', ')}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

/**
 * What the lock file installs outside development, without the Node of development.
 * @returns {readonly Notice[]}
 */
export function productionPackages() {
  const { packages } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  return Object.entries(packages)
    .filter(
      ([path, { dev, optional, devOptional }]) =>
        path !== '' && !dev && !optional && !devOptional,
    )
    .map(([path, { version, license }]) => ({
      name: `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version}`,
      licence: license ?? 'not stated',
      text: licenceIn(join(root, path)),
    }));
}

/** @param {string} folder */
function licenceIn(folder) {
  if (!existsSync(folder)) return '';
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
}
