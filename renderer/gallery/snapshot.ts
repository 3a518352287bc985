import type { Freshness, GateView, Snapshot } from '#kiosk/contract';

const hourMs = 3_600_000;

/** Data so old, under rules that are three days older than it. */
export function freshnessAt(
  rung: Exclude<Freshness['rung'], 'none'>,
  ageMs: number,
): Exclude<Freshness, { readonly rung: 'none' }> {
  return {
    rung,
    version: 41,
    ageMs,
    policy: { version: 12, ageMs: ageMs + 72 * hourMs },
    status: { ageMs },
  };
}

/** A healthy kiosk at a market gate; a state says only what differs. */
const healthy: Snapshot = {
  contract: 1,
  serviceId: 'gallery',
  number: 1,
  profile: 'site',
  state: 'ready',
  version: '0.1.0',
  checkpoint: {
    id: 'LN-SY-0107',
    nameZh: '北行农贸市场东门',
    nameEn: 'Beihang Market, East Gate',
    lane: '2',
    direction: 'in',
    siteType: 'market',
    timeZone: 'Asia/Shanghai',
  },
  gate: { kind: 'idle' },
  devices: [
    { id: 'scanner-1', kind: 'scanner', state: 'open' },
    { id: 'thermometer-1', kind: 'thermometer', state: 'open' },
  ],
  freshness: freshnessAt('normal', 3 * hourMs),
  clock: { atMs: Date.UTC(2026, 10, 22, 4, 3), state: 'trusted' },
  unsent: 128,
  today: { admit: 1204, hold: 37, deny: 2, none: 58 },
  jobs: [],
  session: { kind: 'nobody' },
};

/** What differs from a healthy, idle kiosk. */
export function snapshotWith(differing: Partial<Snapshot>): Snapshot {
  return { ...healthy, ...differing };
}

/** A healthy kiosk whose gate shows this. */
export function gateShowing(gate: GateView): Snapshot {
  return snapshotWith({ gate });
}
