import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '#db';
import { systemClock } from '#kiosk/clock';
import type { Snapshot } from '#kiosk/contract';
import type { Lane } from '#kiosk/lane';
import type { ServiceClient } from '#kiosk/service';
import { createScanner, memoryTransport, type MemoryPort } from '#native';
import { laneOn } from '../site/lane-on.ts';
import { makeSite, type Site } from '../site/make-site.ts';

let site: Site;
let lane: Lane;
let client: ServiceClient;
let ports: readonly [MemoryPort, MemoryPort];
beforeEach(async () => {
  site = await makeSite();
  const store = openStore(site.folder);
  if (!store.ok) throw new Error(store.error.message);
  ports = [memoryTransport(), memoryTransport()];
  lane = laneOn(site, store.value, {
    scanners: ports.map(({ transport }, at) =>
      createScanner({
        id: `scanner-${at + 1}`,
        open: transport,
        profile: { terminator: 'cr', baudRate: 115_200 },
        monoMs: () => systemClock().read().monoMs,
        backOff: { delaysMs: [20], jitter: () => 0 },
      }),
    ),
  });
  client = lane.service.connect('guard');
  await until(({ devices }) => devices.every(({ state }) => state === 'open'));
});
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('a scanner', () => {
  test('that floods the lane with noise is named, but not called lost', async () => {
    ports[0].push(new Uint8Array(9_000).fill(0x41));
    const { gate, devices } = await until(
      ({ devices: [first] }) => first?.failure !== undefined,
    );
    expect(devices[0]).toMatchObject({
      state: 'open',
      failure: 'device.overflow',
    });
    expect(gate.kind).not.toBe('device-lost');
  });

  test('that can be read again is well again', async () => {
    ports[0].push(new Uint8Array(9_000).fill(0x41));
    await until(({ devices: [first] }) => first?.failure !== undefined);
    await new Promise((quiet) => setTimeout(quiet, 200));
    ports[0].push(new TextEncoder().encode(`${site.pass()}\r`));
    const { devices } = await until(({ gate }) => gate.kind === 'admit');
    expect(devices[0]).toEqual({
      id: 'scanner-1',
      kind: 'scanner',
      state: 'open',
    });
  });

  test('may be lost while another still reads; the gate says so only when none is left', async () => {
    ports[0].unplug();
    await until(
      ({ devices: [first] }) => first?.failure === 'device.unplugged',
    );
    expect(client.snapshot().gate.kind).toBe('idle');
    ports[1].push(
      new TextEncoder().encode(`${site.pass({ colour: 'yellow' })}\r`),
    );
    await until(({ gate }) => gate.kind === 'hold');
    ports[1].unplug();
    const lost = await until(({ devices }) =>
      devices.every(({ failure }) => failure !== undefined),
    );
    // Whoever stands at the gate is not forgotten for it.
    expect(lost.gate.kind).toBe('hold');
  });
});

async function until(fits: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  const now = client.snapshot();
  if (fits(now)) return now;
  return await new Promise((found) => {
    const unsubscribe = client.subscribe((snapshot) => {
      if (!fits(snapshot)) return;
      unsubscribe();
      found(snapshot);
    });
  });
}
