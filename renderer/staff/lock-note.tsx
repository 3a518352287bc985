import { useEffect, useEffectEvent, type JSX } from 'react';
import { fill, type StaffMember } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
import { duration, useLeft } from './duration.ts';

/** What keeps someone out, running down while it is looked at. */
export function LockNote({
  lock,
  sinceMs,
  onOver,
}: {
  readonly lock: NonNullable<StaffMember['lock']>;
  readonly sinceMs: number;
  readonly onOver: () => void;
}): JSX.Element {
  const isForGood = lock.kind === 'until-recovered';
  const leftMs = useLeft(isForGood ? Infinity : lock.leftMs, sinceMs);
  const over = useEffectEvent(onOver);
  const isOver = leftMs === 0;
  useEffect(() => {
    if (isOver) over();
  }, [isOver]);
  return (
    <span className="lock-note">
      <Icon name="clock" />
      <Both
        of={(w) =>
          isForGood
            ? w.staff.screen['locked-until-recovered']
            : fill(w.staff.screen['locked-for'], { time: duration(leftMs, w) })
        }
      />
    </span>
  );
}
