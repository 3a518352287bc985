import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HostReading } from '#core/trust';
import {
  bundleOf,
  firstRoot,
  publish,
  raise,
  rotate,
  statusList,
  type Repository,
} from '#fixtures/issuer';
import { createTimekeeper, type Timekeeper } from '#kiosk/clock';
import { openTrust, tombstonesIn, type TrustKeeper } from '#kiosk/trust';
import { dayMs, hourMs, nowMs, trustedNow } from '../../core/trust/signing.ts';
import {
  bundle,
  repositoryIssuer,
  roleKeys,
  siteRepository,
} from '../../core/trust/tuf/repositories.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { pin } from './pinned.ts';

const other = { timestamp: roleKeys('timestamp again', 1) };

describe('a database that is lost', () => {
  test('takes no older set behind a root that the newest one would have held under', () => {
    const old = signedAt(
      nowMs - 20 * hourMs,
      { timestamp: 3, snapshot: 3 },
      [],
    );
    const newest = signedAt(
      nowMs - hourMs,
      { timestamp: 100, snapshot: 100, 'status.51': 2 },
      [7],
    );
    const folder = newFolder();
    const lane = laneIn(folder, old);
    expect(lane.trust.apply(bundle(newest), trustedNow).ok).toBe(true);
    lane.close();
    for (const part of ['', '-wal', '-shm'])
      rmSync(join(folder, `postern.db${part}`), { force: true });

    const again = laneIn(folder, old);
    const rotated = rotate(newest, { root: roleKeys('root again', 3, 2) });
    const step = publish(rotated).get('2.root.json') ?? new Uint8Array();
    const mixed = bundleOf(new Map([...publish(old), ['2.root.json', step]]));
    expect(again.trust.apply(mixed, trustedNow)).toMatchObject({
      error: { code: 'bundle-rollback', where: 'remembered' },
    });
    expect(again.trust.apply(bundle(rotated), trustedNow).ok).toBe(true);
    expect(again.trust.held()?.trust.status('51', 1, 7)).toBe('revoked');
    again.close();
  });
});

describe('a time that nobody should have signed', () => {
  test('is taken back with the keys that signed it, statuses and clock alike', () => {
    const ahead = nowMs + 365 * dayMs;
    const folder = newFolder();
    const before = signedAt(nowMs - hourMs, {}, [7]);
    let lane = laneIn(folder, before, nowMs);
    expect(lane.trust.apply(bundle(before), lane.time.now()).ok).toBe(true);
    lane.close();

    // With a dead battery any date can be true; a publisher's clock was a year ahead.
    lane = laneIn(folder, before, Date.UTC(2000, 0));
    expect(lane.time.now().state).toBe('doubtful');
    const wrong = raise(
      signedAt(ahead, {}, [7]),
      'timestamp',
      'snapshot',
      'status.51',
    );
    expect(lane.trust.apply(bundle(wrong), lane.time.now()).ok).toBe(true);
    expect(lane.time.now().lowerMs).toBeGreaterThanOrEqual(ahead);
    lane.close();

    // The right time is behind it, and so is the right bundle.
    lane = laneIn(folder, before, nowMs + hourMs);
    const right = signedAt(nowMs + hourMs, {}, [7]);
    expect(lane.time.now().state).toBe('doubtful');
    expect(lane.trust.apply(bundle(right), lane.time.now()).ok).toBe(false);
    const rescue = rotate(right, other);
    expect(lane.trust.apply(bundle(rescue), lane.time.now()).ok).toBe(true);
    expectRightTime(lane.time);
    lane.close();

    lane = laneIn(folder, before, nowMs + hourMs);
    expectRightTime(lane.time);
    expect(lane.trust.held()?.trust.status('51', 1, 7)).toBe('revoked');
    lane.close();
  });

  test('is no excuse to call someone normal again who is revoked', () => {
    const folder = newFolder();
    const before = signedAt(nowMs - hourMs, {}, [7]);
    const lane = laneIn(folder, before);
    expect(lane.trust.apply(bundle(before), trustedNow).ok).toBe(true);
    const forgetful = rotate(signedAt(nowMs - 2 * hourMs, {}, []), other);
    expect(lane.trust.apply(bundle(forgetful), trustedNow)).toMatchObject({
      error: { code: 'bundle-unrevokes' },
    });
    lane.close();
  });
});

function expectRightTime(time: Timekeeper): void {
  const now = time.now();
  expect(['trusted', 'drifting']).toContain(now.state);
  expect(now.lowerMs).toBeLessThanOrEqual(nowMs + hourMs);
  expect(now.upperMs).toBeLessThan(nowMs + 2 * hourMs);
}

/** A repository whose list 1 revokes these, all of it as of one instant. */
function signedAt(
  signedAtMs: number,
  versions: Repository['versions'],
  revoked: readonly number[],
): Repository {
  const list = statusList({
    issuer: '51',
    list: 1,
    asOfMs: signedAtMs,
    size: 100,
    revoked,
  });
  const base = siteRepository({ versions, signedAtMs });
  return {
    ...base,
    policy: { ...base.policy, asOfMs: 0 },
    issuers: [repositoryIssuer('51', { statusLists: [list] })],
  };
}

interface OpenLane {
  readonly trust: TrustKeeper;
  readonly time: Timekeeper;
  close(): void;
}

let boots = 0;

/** The folder after another boot of its host, whose wall clock shows this. */
function laneIn(
  folder: string,
  repository: Repository,
  wallMs: number = nowMs,
): OpenLane {
  boots += 1;
  const reading: HostReading = { wallMs, monoMs: 0, bootId: `boot ${boots}` };
  const store = storeIn(folder);
  const rootFile = firstRoot(repository);
  const trust = openTrust(store, { ...pin, rootFile }, tombstonesIn(folder));
  const time = createTimekeeper(
    { read: () => reading },
    store.clock.memory(),
    trust.asOfMs,
    trust.recoveries,
  );
  return {
    trust,
    time,
    close: () => {
      const now = time.now();
      store.clock.keep(time.memory(), now);
      store.close();
    },
  };
}
