import { useId, type JSX, type ReactNode } from 'react';
import type { Countdown } from '#kiosk/contract';
import { Both, type Say } from '../language/language.tsx';
import { CountdownBar } from './countdown-bar.tsx';
import type { VerdictKind } from './kind.ts';
import { Mark } from './mark.tsx';
import './verdict.css';
import './verdict-texts.css';
import './verdict-members.css';
import './verdict-portrait.css';

/**
 * One full-screen state: field, frame, shape and word together, so that no screen can set the
 * colour alone. The shape is always left, the word in the middle, the person right.
 */
export function Verdict({
  kind,
  word,
  children,
  next,
  aside,
  below,
  actions,
  countdown,
  isCompact = false,
  hasMembers = false,
}: {
  readonly kind: VerdictKind;
  readonly word: Say;
  /** Why. */
  readonly children?: ReactNode;
  /** What to do now. */
  readonly next?: ReactNode;
  /** Whom or what it is about. */
  readonly aside?: ReactNode;
  /** Under the shape, which steps down for it. */
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
  readonly countdown?: Countdown;
  /** Makes room for a tall row of actions. */
  readonly isCompact?: boolean;
  /** It is about several persons, and they have the room they need. */
  readonly hasMembers?: boolean;
}): JSX.Element {
  const wordId = useId();
  return (
    <section
      className="verdict"
      data-kind={kind}
      data-compact={isCompact}
      data-members={hasMembers}
      data-below={below !== undefined}
      data-wide={aside === undefined}
      aria-labelledby={wordId}
    >
      <div className="verdict-body">
        <Mark kind={kind} />
        <h1 className="verdict-word" id={wordId}>
          <Both of={word} />
        </h1>
        <div className="verdict-why">{children}</div>
        {next !== undefined && <div className="verdict-next">{next}</div>}
        {aside !== undefined && <div className="verdict-aside">{aside}</div>}
        {below !== undefined && <div className="verdict-below">{below}</div>}
      </div>
      {actions !== undefined && (
        <div className="verdict-actions">{actions}</div>
      )}
      {countdown !== undefined && <CountdownBar countdown={countdown} />}
    </section>
  );
}
