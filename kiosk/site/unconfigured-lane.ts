import { trustedTime, type HostClock } from '#core/trust';
import { contractVersion, type Snapshot } from '#kiosk/contract';
import { newId, version, type Lane } from '#kiosk/lane';

/** A kiosk nobody has set up: it shows that and how, and takes no scan. */
export function unconfiguredLane(clock: HostClock): Lane {
  const serviceId = newId();
  const snapshot = (): Snapshot => {
    const now = trustedTime(clock.read(), {});
    return {
      contract: contractVersion,
      serviceId,
      number: 1,
      profile: 'site',
      state: 'unconfigured',
      version,
      checkpoint: {
        id: '-',
        nameZh: '未配置',
        nameEn: 'Not set up',
        lane: '-',
        direction: 'in',
        siteType: 'station',
        timeZone: 'Asia/Shanghai',
      },
      gate: { kind: 'idle' },
      devices: [],
      freshness: { rung: 'none' },
      clock: { atMs: now.atMs, state: now.state },
      unsent: 0,
      today: { admit: 0, hold: 0, deny: 0, none: 0 },
      jobs: [],
      session: { kind: 'nobody' },
    };
  };
  return {
    service: {
      connect: () => ({
        snapshot,
        subscribe: () => () => undefined,
        command: () =>
          Promise.resolve({ ok: false, error: 'contract.out-of-service' }),
        query: () =>
          Promise.resolve({ ok: false, error: 'contract.out-of-service' }),
        close: () => undefined,
      }),
      stop: () => Promise.resolve(),
    },
    stop: () => Promise.resolve(),
  };
}
