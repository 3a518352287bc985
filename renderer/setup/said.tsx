import type { JSX } from 'react';
import { words } from '#kiosk/contract';
import { Both, type Say } from '../language/language.tsx';

/** A text in both languages, or once where both say the same: a name, a path, a number. */
export function Said({ of }: { readonly of: Say | string }): JSX.Element {
  if (typeof of === 'string') return <span>{of}</span>;
  const zh = of(words.zh, 'zh');
  return zh === of(words.en, 'en') ? <span>{zh}</span> : <Both of={of} />;
}
