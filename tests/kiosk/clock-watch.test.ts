import { expect, onTestFinished, test } from 'vitest';
import { readHeader, type EntryBody } from '#core/log';
import type { HostReading } from '#core/trust';
import { openStore, type Store } from '#db';
import { laneOn } from '../site/lane-on.ts';
import { makeSite } from '../site/make-site.ts';

test('a jump of the wall clock is an entry, and what the clock knows outlives the lane', async () => {
  const site = await makeSite();
  onTestFinished(site.remove);
  let reading: HostReading = {
    wallMs: Date.now(),
    monoMs: 60_000,
    bootId: 'boot-1',
  };
  const clock = { read: () => reading };
  const store = opened(site.folder);
  const lane = laneOn(site, store, { clock });
  const before = store.clock.memory();
  reading = {
    ...reading,
    wallMs: reading.wallMs - 3_590_000,
    monoMs: reading.monoMs + 10_000,
  };
  await lane.stop();

  const again = opened(site.folder);
  onTestFinished(again.close);
  const bodies = [...again.entries.walk(0)].flatMap(({ kind, header }) => {
    const read = readHeader(header);
    return kind === 'clock' && read.ok ? [read.value.body] : [];
  });
  expect(bodies).toEqual<EntryBody[]>([
    { finding: 'jumped-back', byMs: -3_600_000 },
  ]);
  const { highWaterMs = 0, seenMs, errorMs } = again.clock.memory();
  expect(highWaterMs).toBeGreaterThan(before.signedAtMs ?? Infinity);
  expect(seenMs).toBeGreaterThanOrEqual(highWaterMs);
  expect(errorMs).toBeGreaterThanOrEqual(2_000);
});

function opened(folder: string): Store {
  const store = openStore(folder);
  if (!store.ok) throw new Error(store.error.message);
  return store.value;
}
