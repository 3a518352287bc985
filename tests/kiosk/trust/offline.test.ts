import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHeader } from '#core/log';
import type { HeldBundle } from '#core/trust';
import { openStore, StoreError, type Store } from '#db';
import { freshnessToken, issuePass, makeBundle } from '#fixtures/issuer';
import type {
  Job,
  QueryAnswer,
  Role,
  Snapshot,
  TrustView,
} from '#kiosk/contract';
import type { Lane } from '#kiosk/lane';
import type { ServiceClient } from '#kiosk/service';
import { readBack } from '../../../fixtures/issuer/read-back.ts';
import { laneOn } from '../../site/lane-on.ts';
import { makeSite, type Site } from '../../site/make-site.ts';

const dayMs = 86_400_000;

let site: Site;
let store: Store;
let lane: Lane;
/** How far the host has run on since the site was made, and when that was. */
let aheadMs: number;
let startedMs: number;
beforeEach(async () => {
  aheadMs = 0;
  startedMs = Date.now();
  site = await makeSite();
  start();
});
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('a kiosk that was left alone', () => {
  test.each([
    [0, 'normal', 'admit'],
    [2, 'banner', 'admit'],
    [10, 'hold', 'hold'],
    [29, 'expired', 'hold'],
  ] as const)(
    'for %i days stands on the rung %s, and a green pass is %s',
    async (days, rung, outcome) => {
      aheadMs = days * dayMs;
      const { freshness } = shown();
      expect(freshness.rung).toBe(rung);
      await guard().command({
        kind: 'capture',
        commandId: randomUUID(),
        text: lastingPass(),
        source: 'panel',
      });
      expect(shown().gate.kind).toBe(outcome);
    },
  );

  test('comes back with a bundle of its own folder, which takes no restart', async () => {
    aheadMs = 10 * dayMs;
    expect(shown().freshness.rung).toBe('hold');
    putBundle(2);
    const result = await imported();
    expect(result.state).toMatchObject({
      kind: 'done',
      result: { kind: 'replaced', after: { trust: { version: 2 } } },
    });
    expect(shown().freshness).toMatchObject({ rung: 'normal', version: 2 });
    await lane.stop();
    expect(believedMs()).toBeGreaterThanOrEqual(aheadMs + startedMs);
    start();
  });

  test('comes back with a freshness token, and stays so over a restart', async () => {
    aheadMs = 10 * dayMs;
    const before = shown().freshness;
    expect(await confirm(token())).toEqual({ ok: true });
    const { freshness, unsent } = shown();
    expect(freshness).toMatchObject({ rung: 'normal', version: 1 });
    expect(ageOf(freshness)).toBeLessThan(ageOf(before));
    expect(unsent).toBe(store.entries.head().seq);
    expect((await trustView()).held).toMatchObject({
      rung: 'normal',
      version: 1,
    });
    expect(await confirm(token('other'))).toEqual({
      ok: false,
      error: 'token.other-bundle',
    });
    await lane.stop();
    // A token names its second.
    expect(believedMs()).toBeGreaterThanOrEqual(aheadMs + startedMs - 1_000);
    start();
    expect(shown().freshness.rung).toBe('normal');
    expect(logged('freshness-token')).toMatchObject([
      { applied: true, version: 1 },
    ]);
  });
});

describe('a token that cannot be recorded', () => {
  test('confirms nothing', async () => {
    aheadMs = 10 * dayMs;
    await lane.stop();
    start((opened) => ({
      ...opened,
      meta: {
        ...opened.meta,
        set: (name, value, entries) => {
          if (name === 'freshness-token')
            throw new StoreError({ code: 'store.full', message: 'planted' });
          opened.meta.set(name, value, entries);
        },
      },
    }));
    expect(await confirm(token())).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });
    expect(shown().freshness.rung).toBe('hold');
  });
});

describe('the bundle that lies beside kiosk.toml', () => {
  test('is not refused at every start once a newer one came another way', async () => {
    putBundle(2);
    await imported();
    for (let starts = 0; starts < 3; starts += 1) {
      await lane.stop();
      start();
      expect(shown().freshness).toMatchObject({ version: 2 });
    }
    expect(logged('bundle')).toMatchObject([
      { applied: true, version: 1 },
      { applied: true, version: 2 },
    ]);
  });
});

describe('the contract on trust', () => {
  test('shows everyone what is believed, and drives to whoever may import', async () => {
    expect(await trustView()).toMatchObject({
      root: { name: 'TEST-ROOT', version: 1, threshold: 1 },
      held: { version: 1, issuers: [{ id: 'TEST-31' }] },
    });
    const places = { kind: 'bundle-places' };
    expect(await guard().query(places)).toEqual({
      ok: false,
      error: 'contract.role',
    });
    expect(await as('supervisor').query(places)).toEqual({
      ok: true,
      value: [],
    });
    putBundle(2);
    expect(await as('supervisor').query(places)).toMatchObject({
      value: [{ kind: 'data-folder' }],
    });
  });

  test('lets a supervisor import, one at a time', async () => {
    putBundle(2);
    const command = await importCommand();
    expect(await guard().command(command)).toEqual({
      ok: false,
      error: 'contract.role',
    });
    const supervisor = as('supervisor');
    expect(await supervisor.command(command)).toEqual({ ok: true });
    const another = { ...command, commandId: randomUUID() };
    expect(await supervisor.command(another)).toEqual({
      ok: false,
      error: 'contract.busy',
    });
  });

  test('goes on admitting while a bundle is judged', async () => {
    putBundle(2);
    await as('supervisor').command(await importCommand());
    await guard().command({
      kind: 'capture',
      commandId: randomUUID(),
      text: site.pass({ index: 9 }),
      source: 'panel',
    });
    expect(shown().gate.kind).toBe('admit');
    expect(shown().jobs[0]?.state.kind).toBe('running');
  });
});

function start(through: (opened: Store) => Store = (opened) => opened): void {
  const opened = openStore(site.folder);
  if (!opened.ok) throw new Error(opened.error.message);
  store = through(opened.value);
  lane = laneOn(site, store, {
    clock: {
      read: () => ({
        wallMs: Date.now() + aheadMs,
        monoMs: Math.round(performance.now()) + aheadMs,
        bootId: 'boot',
      }),
    },
  });
}

function as(role: Role): ServiceClient {
  return lane.service.connect(role);
}

function guard(): ServiceClient {
  return as('guard');
}

/** As a client finds it that asks now. */
function shown(): Snapshot {
  return guard().snapshot();
}

async function trustView(): Promise<TrustView> {
  const answer = (await guard().query({
    kind: 'trust',
  })) as QueryAnswer<'trust'>;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

function putBundle(version: number): void {
  const { root, draft, folder } = site;
  const bundles = join(folder, 'bundles');
  void lane.service.connect('supervisor').query({ kind: 'bundle-places' });
  writeFileSync(
    join(bundles, 'next.hpb'),
    makeBundle(root, { ...draft, version }, Date.now() + aheadMs),
  );
}

async function importCommand() {
  const answer = (await as('supervisor').query({
    kind: 'bundle-places',
  })) as QueryAnswer<'bundle-places'>;
  const placeId = answer.ok ? (answer.value[0]?.id ?? '') : '';
  return { kind: 'import-bundle', commandId: randomUUID(), placeId } as const;
}

async function imported(): Promise<Job> {
  const supervisor = as('supervisor');
  const ended = new Promise<Job>((resolve) => {
    supervisor.subscribe(({ jobs }) => {
      const job = jobs.find(({ kind }) => kind === 'import-bundle');
      if (job !== undefined && job.state.kind !== 'running') resolve(job);
    });
  });
  const answer = await supervisor.command(await importCommand());
  if (!answer.ok) throw new Error(answer.error);
  return ended;
}

async function confirm(text: string) {
  const commandId = randomUUID();
  return guard().command({ kind: 'confirm-freshness', commandId, token: text });
}

/** For what the site's bundle is, or for something else. */
function token(what: 'held' | 'other' = 'held'): string {
  const { roles, files } = held();
  const snapshot = files.get('snapshot.json') ?? new Uint8Array();
  const digest = createHash('sha256')
    .update(snapshot)
    .update(what === 'held' ? '' : 'x');
  const issuedAt = Math.floor((Date.now() + aheadMs) / 1000);
  return freshnessToken(site.root, {
    timestampVersion: roles.timestamp.version,
    snapshotSha256: Uint8Array.from(digest.digest()),
    issuedAt,
    expiresAt: issuedAt + 3_600,
  });
}

function held(): HeldBundle {
  const read = readBack(site.bundle, site.rootFile, 'site', Date.now());
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** The newest signed instant that the clock remembers, once the lane has stopped. */
function believedMs(): number | undefined {
  const opened = openStore(site.folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { signedAtMs } = opened.value.clock.memory();
  opened.value.close();
  return signedAtMs;
}

/** Green, and good for as long as one without a phone may be. */
function lastingPass(): string {
  const nowSeconds = Math.floor(startedMs / 1000);
  const issued = issuePass(
    site.issuer,
    {
      kind: 'single',
      form: 'static',
      health: {
        person: { name: '张小明', documentType: 1, documentNumber: '3101234' },
        colour: { code: 'green' },
        status: { list: 0, index: 9 },
      },
      issuedAt: nowSeconds - 60,
      notBefore: nowSeconds - 60,
      expiresAt: nowSeconds + 30 * 86_400 - 60,
    },
    startedMs,
  );
  if (!issued.ok) throw new Error(JSON.stringify(issued.error));
  return issued.value;
}

function ageOf(freshness: Snapshot['freshness']): number {
  return freshness.rung === 'none' ? Infinity : freshness.ageMs;
}

function logged(what: string): readonly unknown[] {
  return [...store.entries.walk(0)].flatMap(({ header }) => {
    const read = readHeader(header);
    return read.ok && read.value.body['what'] === what ? [read.value.body] : [];
  });
}
