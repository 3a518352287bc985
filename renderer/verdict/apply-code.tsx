import { encodeQR } from 'qr';
import { useMemo, type JSX } from 'react';
import { Both, useBothText } from '../language/language.tsx';
import './apply-code.css';

/** Where people from elsewhere apply, as a QR code for their phones, with what it is for. */
export function ApplyCode({ text }: { readonly text: string }): JSX.Element {
  const bothText = useBothText();
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <figure className="apply-code">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={bothText((w) => w.screen['apply-code'])}
        shapeRendering="crispEdges"
      >
        <path className="apply-code-light" d={`M0 0H${size}V${size}H0z`} />
        <path className="apply-code-dark" d={path} />
      </svg>
      <figcaption>
        <Both of={(w) => w.screen['apply-code']} />
      </figcaption>
    </figure>
  );
}

/** The dark modules as one path, a light border of four around them, as phones ask for. */
function drawn(text: string): { readonly size: number; readonly path: string } {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = modules
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    )
    .join('');
  return { size: modules.length, path };
}
