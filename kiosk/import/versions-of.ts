import type { HeldBundle } from '#core/trust';
import type { TrustVersions } from '#kiosk/contract';
import { oldestListMs } from '#kiosk/trust';

/** Which versions a bundle is made of; `asOfMs` is since when it is known to be the latest. */
export function versionsOf(
  { root, content }: Pick<HeldBundle, 'root' | 'content'>,
  asOfMs: number,
): TrustVersions {
  const { version, policy } = content;
  const statusAsOfMs = oldestListMs(content);
  return {
    root: root.version,
    trust: { version, asOfMs },
    policy: { version: policy.version, asOfMs: policy.asOfMs },
    ...(statusAsOfMs !== undefined && { status: { asOfMs: statusAsOfMs } }),
  };
}
