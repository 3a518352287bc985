import type { Checkpoint, Rules } from '#core/policy';
import type { TrustKeeper } from './trust-keeper.ts';
import { oldestListMs } from './oldest-list.ts';

/** What a checkpoint goes by; nothing before the first bundle. */
export function rulesOf(
  trust: Pick<TrustKeeper, 'held' | 'asOfMs'>,
  checkpoint: Checkpoint,
): Rules | undefined {
  const held = trust.held();
  const trustAsOfMs = trust.asOfMs();
  if (held === undefined || trustAsOfMs === undefined) return undefined;
  const statusAsOfMs = oldestListMs(held.content);
  return {
    policy: held.policy,
    trustVersion: held.content.version,
    trustAsOfMs,
    ...(statusAsOfMs !== undefined && { statusAsOfMs }),
    checkpoint,
  };
}
