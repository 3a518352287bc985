import type { JSX } from 'react';
import { fill, type Checkpoint } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { Icon } from './icon.tsx';
import './bars.css';

/** The site, the lane and which way, as items of a bar. */
export function Place({
  checkpoint: { nameZh, nameEn, lane, direction },
}: {
  readonly checkpoint: Checkpoint;
}): JSX.Element {
  return (
    <>
      <p className="bar-site">
        <Both of={(_w, language) => (language === 'zh' ? nameZh : nameEn)} />
      </p>
      <p className="bar-item">
        <Both of={(w) => fill(w.screen.lane, { n: lane })} />
      </p>
      <p className="bar-item">
        <Icon name={direction} />
        <Both of={(w) => w.directions[direction]} />
      </p>
    </>
  );
}
