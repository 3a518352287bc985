import { toClockDraft } from '#core/log';
import type { CommandAnswer } from '#kiosk/contract';
import { by, done, refusal, type Office, type Visitor } from './office.ts';

/**
 * Takes the time from whoever looked at a watch, where the clock allows it. The entry still bears the
 * time before, and says by how much it moves.
 */
export function setClock(
  { roster, sayTime, now, newId }: Office,
  visitor: Visitor,
  saidMs: number,
): CommandAnswer {
  const at = now();
  const said = sayTime(saidMs);
  if (!said.ok) return refusal(said.error);
  const { byMs, take } = said.value;
  const set = { id: newId(), at, finding: 'set', byMs } as const;
  roster.commit({ entries: [toClockDraft({ ...set, ...by(visitor) })] });
  take();
  return done;
}
