import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeader } from '#core/log';
import { StoreError, type Store } from '#db';
import { bundleOf, publish } from '#fixtures/issuer';
import { sha256 } from '#kiosk/crypto';
import { nowMs } from '../../core/trust/signing.ts';
import {
  bundle,
  repositoryIssuer,
  sampleList,
} from '../../core/trust/tuf/repositories.ts';
import { newFolder, storeIn } from '../../db/store-in.ts';
import { untilJob } from '../export/export-lane.ts';
import { repository } from '../trust/pinned.ts';
import { later, restarted, take } from '../trust/trust-in.ts';
import {
  asker,
  begin,
  ended,
  imported,
  importLane,
  put,
  type ImportLane,
} from './import-lane.ts';

describe('an import', () => {
  it('takes a bundle from a drive, says what is otherwise, and is in the log with who asked', async () => {
    const lane = importLane();
    take(lane.trust, repository);
    const next = later(repository, 10, {
      policy: { ...repository.policy, version: 4, asOfMs: nowMs - 1 },
    });
    const file = bundle(next);
    put(lane, file);
    expect(await imported(lane)).toEqual({
      kind: 'done',
      result: {
        kind: 'replaced',
        before: {
          root: 1,
          trust: { version: 9, asOfMs: repository.signedAtMs },
          policy: { version: 3, asOfMs: repository.policy.asOfMs },
          status: { asOfMs: repository.signedAtMs },
        },
        after: {
          root: 1,
          trust: { version: 10, asOfMs: nowMs },
          policy: { version: 4, asOfMs: nowMs - 1 },
          status: { asOfMs: repository.signedAtMs },
        },
        changes: [{ what: 'policy', from: 3, to: 4 }],
      },
    });
    expect(lane.trust.held()?.policy.version).toBe(4);
    expect(logged(lane)).toEqual([
      {
        what: 'bundle',
        fileHash: sha256(file),
        applied: true,
        version: 10,
        staffId: asker.id,
        name: asker.name,
      },
    ]);
    lane.store.close();
    expect(restarted(lane.folder).held?.content.version).toBe(10);
  });

  it('of the very first bundle says who is on it', async () => {
    const lane = importLane();
    put(lane, bundle(repository));
    expect(await imported(lane)).toMatchObject({
      kind: 'done',
      result: {
        kind: 'replaced',
        changes: [{ what: 'issuer-added' }, { what: 'issuer-added' }],
      },
    });
  });

  it('looks up statuses as the bundle has them, from the same memory on', async () => {
    const lane = importLane();
    put(lane, bundle(repository));
    await imported(lane);
    const trust = lane.trust.held()?.trust;
    const found = [0, 1, 2, 3, 4].map((index) => trust?.status('51', 1, index));
    expect(found).toEqual([
      'normal',
      'hold',
      'revoked',
      'changed',
      'unknown-list',
    ]);
  });

  it('says how far it is', async () => {
    const lane = importLane();
    const seen: number[] = [];
    lane.board.onChange(() => {
      const state = lane.board.jobs().at(-1)?.state;
      if (state?.kind === 'running') seen.push(state.done);
    });
    put(lane, bundle(repository));
    await imported(lane);
    expect(new Set(seen).size).toBeGreaterThan(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('of what is held changes nothing and is no entry', async () => {
    const lane = importLane();
    take(lane.trust, repository);
    const before = lane.trust.held();
    put(lane, bundle(repository));
    expect(await imported(lane)).toMatchObject({
      result: { kind: 'unchanged', held: { trust: { version: 9 } } },
    });
    expect(lane.trust.held()).toBe(before);
    expect(logged(lane)).toEqual([]);
  });

  it('that is refused says why, leaves what is held, and is in the log', async () => {
    const lane = importLane();
    take(lane.trust, repository);
    put(lane, bundle({ ...repository, versions: { timestamp: 8 } }));
    expect(await imported(lane)).toMatchObject({
      kind: 'done',
      result: {
        kind: 'refused',
        refusal: { code: 'bundle-rollback' },
        held: { trust: { version: 9 } },
      },
    });
    expect(lane.trust.held()?.content.version).toBe(9);
    expect(logged(lane)).toMatchObject([
      { applied: false, refusal: 'bundle-rollback', name: asker.name },
    ]);
  });

  it('keeps to what was ever killed, though nothing is held', async () => {
    const lane = importLane();
    const kid = '00000000000000aa';
    take(
      lane.trust,
      later(repository, 10, { kills: { kids: [kid], ranges: [] } }),
    );
    lane.store.close();
    rmSync(join(lane.folder, 'postern.db'));

    const again = importLane({}, lane.folder);
    put(again, bundle(repository));
    expect(await imported(again)).toMatchObject({
      result: { kind: 'refused', refusal: { where: 'remembered' } },
    });
    put(again, bundle(later(repository, 11)));
    expect(await imported(again)).toMatchObject({
      result: { kind: 'replaced', changes: [{}, {}, { what: 'killed-keys' }] },
    });
    expect(again.trust.held()?.trust.isKilled(kid)).toBe(true);
  });

  it('keeps the parts of status lists that came, and asks for no more than the rest', async () => {
    const size = 3 * 1_048_576;
    const lists = (revoked: readonly number[]) => [
      sampleList({
        size,
        revoked,
      }),
    ];
    const large = later(repository, 10, {
      issuers: [
        repositoryIssuer('51', {
          statusLists: lists([1, 1_048_577, 2_097_153]),
        }),
        repositoryIssuer('37'),
      ],
    });
    const files = publish(large);
    const chunks = [...files.keys()].filter((name) =>
      name.startsWith('chunks'),
    );
    const without = (missing: readonly (string | undefined)[]): Uint8Array =>
      bundleOf(new Map([...files].filter(([name]) => !missing.includes(name))));
    const lane = importLane();
    put(lane, without([chunks[0]]));
    expect(await imported(lane)).toMatchObject({
      result: { kind: 'refused', refusal: { code: 'bundle-missing' } },
    });
    expect(lane.trust.held()).toBeUndefined();
    lane.store.close();

    const again = importLane({}, lane.folder);
    put(again, without(chunks.slice(1)));
    expect(await imported(again)).toMatchObject({
      result: { kind: 'replaced' },
    });
    expect(again.trust.held()?.trust.status('51', 1, 2_097_153)).toBe(
      'revoked',
    );
  });
});

describe('a file that is no bundle', () => {
  it('is refused as what it is', async () => {
    const lane = importLane();
    put(lane, Buffer.from('holiday.hpb'));
    expect(await imported(lane)).toMatchObject({
      result: {
        kind: 'refused',
        refusal: { code: 'bundle-file', where: 'not-a-bundle-file' },
      },
    });
    expect(logged(lane)).toMatchObject([{ refusal: 'bundle-file' }]);
  });

  it.each<[string, (path: string) => void]>([
    ['not-there', (path) => rmSync(path)],
    [
      'not-a-file',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      'not-a-file',
      (path) => {
        rmSync(path);
        symlinkSync('/etc/passwd', path);
      },
    ],
    [
      'not-a-file',
      (path) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
    ],
    ['too-large', (path) => truncateSync(path, 64 * 1_048_576 + 1)],
  ])('any more since it was listed is %s', async (fault, change) => {
    const lane = importLane();
    const path = put(lane, bundle(repository));
    const [place] = lane.places();
    const late = importLane({ places: () => (place ? [place] : []) });
    change(path);
    expect(await imported(late, place?.id)).toEqual({
      kind: 'done',
      result: { kind: 'unreadable', fault },
    });
    expect(logged(late)).toEqual([]);
  });
});

describe('an import that does not come to its end', () => {
  it('is told that its place is gone', async () => {
    const lane = importLane();
    expect(await imported(lane, 'bundle-elsewhere')).toEqual({
      kind: 'failed',
      failure: 'job.place-gone',
    });
  });

  it('changes nothing when it is cancelled', async () => {
    const lane = importLane();
    take(lane.trust, repository);
    put(lane, bundle(later(repository, 10)));
    begin(lane);
    const { id } = await untilJob(
      lane.board,
      ({ state }) => state.kind === 'running' && state.done > 2,
    );
    expect(lane.board.cancel(id)).toBe(true);
    expect(await ended(lane)).toEqual({ kind: 'cancelled' });
    expect(lane.trust.held()?.content.version).toBe(9);
    expect(logged(lane)).toEqual([]);
    expect(await imported(lane)).toMatchObject({
      result: { kind: 'replaced' },
    });
  });

  it('has crashed where its thread ends by itself', async () => {
    // What the thread is told names no root at all, which no lane ever does.
    const lane = importLane();
    const trust = {
      ...lane.trust,
      pin: { ...lane.trust.pin, rootFile: undefined as unknown as Uint8Array },
    };
    const crashing = importLane({ trust, places: lane.places });
    put(lane, bundle(repository));
    expect(await imported(crashing)).toEqual({
      kind: 'failed',
      failure: 'job.crashed',
    });
  });

  it('leaves the one that runs alone', async () => {
    const lane = importLane();
    put(lane, bundle(repository));
    expect(begin(lane)).toBe(true);
    expect(begin(lane)).toBe(false);
    expect(await ended(lane)).toMatchObject({ result: { kind: 'replaced' } });
  });

  it('does not take what was decided against another bundle', async () => {
    const lane = importLane();
    put(lane, bundle(repository));
    begin(lane);
    take(lane.trust, later(repository, 12));
    expect(await ended(lane)).toEqual({
      kind: 'failed',
      failure: 'job.crashed',
    });
    expect(lane.trust.held()?.content.version).toBe(12);
  });

  it('does not count where the log cannot say so', async () => {
    const lane = importLane();
    take(lane.trust, repository);
    put(lane, bundle(later(repository, 10)));
    const full = fullFrom(lane.store);
    const again = importLane({ places: lane.places }, lane.folder, full);
    expect(await imported(again)).toEqual({
      kind: 'failed',
      failure: 'store.full',
    });
    expect(again.trust.held()?.content.version).toBe(9);
    expect(logged(lane)).toEqual([]);
    lane.store.close();
    expect(restarted(lane.folder).held?.content.version).toBe(9);
  });

  it('of a refused bundle is no result where the log cannot have it', async () => {
    const lane = importLane({
      append: () => ({
        ok: false,
        error: { code: 'store.full', message: 'planted' },
      }),
    });
    put(lane, Buffer.from('no bundle'));
    expect(await imported(lane)).toEqual({
      kind: 'failed',
      failure: 'store.full',
    });
  });

  it('is out of room where the disk has none, and what is held stays', async () => {
    const folder = newFolder();
    const first = storeIn(folder);
    const pages = pagesOf(first, folder);
    first.close();
    const lane = importLane({}, folder, storeIn(folder, { maxPages: pages }));
    const size = 1_048_576;
    put(
      lane,
      bundle(
        later(repository, 10, {
          issuers: [
            repositoryIssuer('51', { statusLists: [sampleList({ size })] }),
          ],
        }),
      ),
    );
    expect(await imported(lane)).toEqual({
      kind: 'failed',
      failure: 'store.full',
    });
    expect(lane.trust.held()).toBeUndefined();
    lane.store.close();
    expect(restarted(folder).held).toBeUndefined();
  });

  /** As little room as it has now. */
  function pagesOf(_store: Store, folder: string): number {
    const raw = new Database(join(folder, 'postern.db'));
    const pages = Number(raw.pragma('page_count', { simple: true }));
    raw.close();
    return pages + 8;
  }

  function fullFrom(store: Store): Store {
    return {
      ...store,
      trust: {
        ...store.trust,
        replace: () => {
          throw new StoreError({ code: 'store.full', message: 'planted' });
        },
      },
    };
  }
});

/** What the log says of imports, oldest first. */
function logged({ store }: ImportLane): readonly unknown[] {
  return [...store.entries.walk(0)].flatMap(({ kind, header }) => {
    const read = readHeader(header);
    return kind === 'import' && read.ok ? [read.value.body] : [];
  });
}
