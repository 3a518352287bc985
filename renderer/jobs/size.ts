const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes as a person compares it: 1.5 GB. */
export function sizeOf(bytes: number): string {
  let size = bytes / 1000;
  let unit: (typeof units)[number] = 'kB';
  for (const next of units.slice(1)) {
    if (size < 1000) break;
    size /= 1000;
    unit = next;
  }
  return `${size < 10 ? size.toFixed(1) : Math.floor(size).toFixed(0)} ${unit}`;
}
