import { encodeQR } from 'qr';

/**
 * The dark modules of a QR code as one path in a square of `size` modules, with the light border of
 * four that phones ask for.
 */
export function codePath(text: string): {
  readonly size: number;
  readonly path: string;
} {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = modules
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1Z`] : [])),
    )
    .join('');
  return { size: modules.length, path };
}
