import type { PackedFile } from './packed.ts';

/** The packed files by group, with counts and sizes, then every name but the letters'. */
export function contentList(files: readonly PackedFile[]): string {
  const groups = Object.entries(
    Object.groupBy(files, ({ path, isUnpacked }) => groupOf(path, isUnpacked)),
  ).toSorted(([one], [other]) => one.localeCompare(other));
  const lines = groups.map(([name, members = []]) => row(name, members));
  const names = files
    .filter(({ path }) => !path.endsWith('.woff2'))
    .map(({ path, bytes }) => `    ${path} ${bytes.length}`);
  return [...lines, row('altogether', files), ...names].join('\n');
}

function row(name: string, files: readonly PackedFile[]): string {
  const kib = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024;
  return `  ${name.padEnd(36)} ${String(files.length).padStart(4)} files ${kib.toFixed(0).padStart(7)} KiB`;
}

function groupOf(path: string, isUnpacked: boolean): string {
  if (isUnpacked) return 'natives, beside the archive';
  if (path.endsWith('.woff2')) return 'letters of the screens';
  const [top = '', second = '', third = ''] = path.split('/');
  if (top === 'node_modules')
    return `package ${second.startsWith('@') ? `${second}/${third}` : second}`;
  return top === 'dist' ? `dist/${second}` : 'at the top';
}
