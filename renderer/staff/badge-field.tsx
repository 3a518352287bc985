import type { JSX } from 'react';
import type { Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Field } from './field.tsx';
import { useAwaitedRead } from './use-awaited-read.ts';

/** What a badge says: typed, or read by any reader of the lane while this is on screen. */
export function useBadgeText(
  kiosk: LiveKiosk,
  snapshot: Snapshot,
  typed: string | undefined,
): string {
  const read = useAwaitedRead(kiosk, snapshot, 'badge');
  return typed ?? read ?? '';
}

export function BadgeField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  return (
    <Field
      says={(w) => w.staff.screen.badge}
      hint={(w) => w.staff.screen['badge-hint']}
      maxLength={256}
      value={value}
      onChange={onChange}
    />
  );
}
