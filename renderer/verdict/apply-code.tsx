import { useMemo, type JSX } from 'react';
import { Both, useBothText } from '../language/language.tsx';
import { codePath } from './code-path.ts';
import './apply-code.css';

/** Where people from elsewhere apply, as a QR code for their phones, with what it is for. */
export function ApplyCode({ text }: { readonly text: string }): JSX.Element {
  const bothText = useBothText();
  const { size, path } = useMemo(() => codePath(text), [text]);
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
