import type { Freshness, GateView, Snapshot } from '#kiosk/contract';

const scanId = '019ab000-0000-7000-8000-000000000001';

/** A healthy kiosk with whatever differs. */
export function snapshotWith(differing: Partial<Snapshot> = {}): Snapshot {
  return {
    contract: 1,
    serviceId: 'first-start',
    number: 1,
    profile: 'site',
    state: 'ready',
    version: '0.1.0',
    checkpoint: {
      id: 'TEST-1',
      nameZh: '东门',
      nameEn: 'East Gate',
      lane: '1',
      direction: 'in',
      siteType: 'market',
      timeZone: 'Asia/Shanghai',
    },
    gate: { kind: 'idle' },
    devices: [],
    freshness: freshnessAt('normal', 0),
    clock: { atMs: 0, state: 'trusted' },
    unsent: 0,
    today: { admit: 0, hold: 0, deny: 0, none: 0 },
    jobs: [],
    session: { kind: 'nobody' },
    ...differing,
  };
}

/** An admit that goes away after `leftMs`. */
export function admit(leftMs: number): GateView {
  return {
    kind: 'admit',
    scanId,
    verdict: {
      outcome: 'admit',
      reasons: [{ code: 'colour-green' }],
      advice: [],
      badges: [],
      members: [],
      temperaturesDeci: [365],
    },
    countdown: { leftMs, wholeMs: 1600 },
  };
}

/** A hold after that many measurements. */
export function hold(measurements: number): GateView {
  return {
    kind: 'hold',
    scanId,
    verdict: {
      outcome: 'hold',
      reasons: [{ code: 'fever' }],
      advice: [],
      badges: [],
      members: [],
      temperaturesDeci: Array.from({ length: measurements }, () => 376),
    },
    choices: ['allow', 'refuse'],
    allowReasons: [],
    refuseReasons: [],
    idCompared: false,
  };
}

/** Data so old, under rules as old as it. */
export function freshnessAt(
  rung: Exclude<Freshness['rung'], 'none'>,
  ageMs: number,
): Exclude<Freshness, { readonly rung: 'none' }> {
  return {
    rung,
    version: 1,
    ageMs,
    policy: { version: 1, ageMs },
    status: { ageMs },
  };
}
