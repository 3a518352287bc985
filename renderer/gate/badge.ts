import type { Badge, Words } from '#kiosk/contract';
import type { IconName } from '../app/icon.tsx';

export function badgeIcon(badge: Badge): IconName {
  if (badge.kind === 'test') return 'test';
  return badge.state === 'complete' ? 'shield' : 'syringe';
}

export function badgeWord(badge: Badge, { badges }: Words): string {
  return badge.kind === 'test'
    ? badges[`test-${badge.state}`]
    : badges[`vaccination-${badge.state}`];
}
