import type { JSX } from 'react';
import type { Snapshot, Words } from '#kiosk/contract';
import { NoticeStrip, WarningStrip } from './strip.tsx';
import type { Refusal } from './use-refusal.ts';
import { warningsOf } from './warnings.ts';

/** One strip at a time: an answer to the guard before a warning. */
export function GateStrip({
  snapshot,
  refusal,
  onTrust,
}: {
  readonly snapshot: Snapshot | undefined;
  readonly refusal: Refusal | undefined;
  /** Leads to where data and clock are seen to. */
  readonly onTrust: () => void;
}): JSX.Element | null {
  if (refusal !== undefined) {
    return <NoticeStrip says={(w) => refusalText(refusal, w)} />;
  }
  const notice = snapshot?.notice;
  if (notice !== undefined) {
    return <NoticeStrip says={(w) => w.notices[notice]} />;
  }
  const [first, ...others] = snapshot === undefined ? [] : warningsOf(snapshot);
  return first === undefined ? null : (
    <WarningStrip warnings={[first, ...others]} onTrust={onTrust} />
  );
}

function refusalText(refusal: Refusal, words: Words): string {
  return refusal === 'no-answer'
    ? words.screen['no-answer']
    : words.contractErrors[refusal];
}
