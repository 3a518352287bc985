import type { JSX } from 'react';
import type { Freshness } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { Icon, type IconName } from './icon.tsx';
import './rung.css';

const shapes: Readonly<Record<Freshness['rung'], IconName>> = {
  none: 'empty',
  normal: 'shield',
  banner: 'clock',
  hold: 'warning',
  expired: 'stop',
};

/** One rung of the ladder: its field, its shape and its word together, so that no colour stands alone. */
export function RungBadge({
  rung,
}: {
  readonly rung: Freshness['rung'];
}): JSX.Element {
  return (
    <span className="rung" data-rung={rung}>
      <Icon name={shapes[rung]} />
      <Both of={(w) => w.freshness[rung].label} />
    </span>
  );
}
