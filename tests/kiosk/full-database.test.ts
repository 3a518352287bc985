import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { toStartDraft } from '#core/log';
import type { TrustedTime } from '#core/trust';
import { openStore, type Store } from '#db';
import { newId, type Lane } from '#kiosk/lane';
import type { ServiceClient } from '#kiosk/service';
import { laneOn, siteCheckpoint } from '../site/lane-on.ts';
import { makeSite, type Site } from '../site/make-site.ts';
import { readLog } from './durability/kill.ts';

let site: Site;
let lane: Lane;
let client: ServiceClient;
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('a lane whose log is full', () => {
  test('shows no outcome it could not record, and goes on once there is room', async () => {
    site = await makeSite();
    open(site, openedStore(site, { maxPages: 120 }));
    const shown: string[] = [];
    for (let person = 0; person < 500; person += 1) {
      if (!(await scan(person)).ok) break;
      shown.push(shownScan());
    }
    expect(client.snapshot().gate).toEqual({
      kind: 'out-of-service',
      failure: 'store.full',
    });
    expect(shown.length).toBeGreaterThan(5);
    expect(readLog(site.folder)).toEqual({
      scans: new Set(shown),
      brokenAtSeq: undefined,
    });

    purgeSealed(site);
    const retry = { kind: 'retry-recording', commandId: randomUUID() };
    expect(await client.command(retry)).toEqual({ ok: true });
    expect(await scan(501)).toEqual({ ok: true });
    shown.push(shownScan());
    expect(readLog(site.folder)).toEqual({
      scans: new Set(shown),
      brokenAtSeq: undefined,
    });
  });
});

describe('a lane that cannot record that it opens', () => {
  test('opens out of service, and makes good for it once there is room', async () => {
    site = await makeSite();
    open(site, openedStore(site, { maxPages: 120 }));
    for (let person = 0; (await scan(person)).ok; person += 1);
    await lane.stop();
    fillWithStarts(openedStore(site, { maxPages: 120 }));
    open(site, openedStore(site, { maxPages: 120 }));
    expect(client.snapshot().gate).toEqual({
      kind: 'out-of-service',
      failure: 'store.full',
    });
    expect(await scan(2)).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });

    purgeSealed(site);
    const retry = { kind: 'retry-recording', commandId: randomUUID() };
    await client.command(retry);
    const { gate } = client.snapshot();
    expect(gate).toEqual({ kind: 'idle' });
  });
});

describe('a revoked kiosk', () => {
  test('stays revoked through a restart and takes no scan', async () => {
    site = await makeSite();
    const store = openedStore(site);
    store.meta.set('state', 'revoked');
    store.close();
    open(site, openedStore(site));
    expect(client.snapshot().state).toBe('revoked');
    expect(await scan(1)).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });
    expect(readLog(site.folder).scans.size).toBe(0);
  });
});

function open(...on: Parameters<typeof laneOn>): void {
  lane = laneOn(...on);
  client = lane.service.connect('guard');
}

function openedStore(
  { folder }: Site,
  limits: { readonly maxPages?: number } = {},
): Store {
  const opened = openStore(folder, limits);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function scan(person: number): ReturnType<ServiceClient['command']> {
  const text = site.pass({ index: 100 + person });
  const commandId = randomUUID();
  return client.command({ kind: 'capture', commandId, text, source: 'panel' });
}

function shownScan(): string {
  const { gate } = client.snapshot();
  if (gate.kind !== 'admit')
    throw new Error(`an admit was expected, not ${gate.kind}`);
  return gate.scanId;
}

/** Until not one more start fits, which is what a lane writes first. */
function fillWithStarts(store: Store): void {
  const start = {
    at: instant,
    version: '0.1.0',
    profile: 'site',
    checkpoint: siteCheckpoint,
  } as const;
  while (store.entries.append(toStartDraft({ ...start, id: newId() })).ok);
  store.close();
}

const instant: TrustedTime = {
  lowerMs: 0,
  atMs: 0,
  upperMs: 0,
  state: 'unknown',
  monoMs: 0,
  bootId: 'an-earlier-boot',
};

/** What retention will do: the blobs go, the chain stays. */
function purgeSealed({ folder }: Site): void {
  const connection = new Database(join(folder, 'postern.db'));
  connection.exec('DELETE FROM sealed');
  connection.close();
}
