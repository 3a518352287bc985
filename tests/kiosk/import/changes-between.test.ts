import { describe, expect, it } from 'vitest';
import type { HeldBundle, IssuerKey, Kills, StatusBits } from '#core/trust';
import { statusList } from '#fixtures/issuer';
import { changesBetween } from '#kiosk/import';
import {
  issuerKey,
  nowMs,
  siteContent,
  testKey,
} from '../../core/trust/signing.ts';

const sichuan = { nameZh: '四川', nameEn: 'Sichuan' } as const;
const guangxi = {
  id: '45',
  nameZh: '广西',
  nameEn: 'Guangxi',
  colours: {},
} as const;

describe('what changes between two bundles', () => {
  it('is nothing where only the age is new', () => {
    const older = bundle();
    const younger = bundle({ version: 6, signedAtMs: 9 });
    expect(changesBetween(older, younger)).toEqual([]);
  });

  it('is at first who is on it, and who is dead already', () => {
    expect(
      changesBetween(undefined, bundle({}, { kids: ['aa'], ranges: [] })),
    ).toEqual([
      { what: 'issuer-added', ...sichuan },
      { what: 'killed-keys', count: 1 },
    ]);
  });

  it('is another root or policy, by version', () => {
    const { policy } = siteContent();
    const next = bundle({ policy: { ...policy, version: 4 } });
    const root = { ...next.root, version: 3 };
    expect(changesBetween(bundle(), { ...next, root })).toEqual([
      { what: 'root', from: 1, to: 3 },
      { what: 'policy', from: 3, to: 4 },
    ]);
  });

  it('is an issuer that comes or goes, without what it has', () => {
    const two = bundle({ issuers: [...siteContent().issuers, guangxi] });
    const { nameZh, nameEn } = guangxi;
    expect(changesBetween(bundle(), two)).toEqual([
      { what: 'issuer-added', nameZh, nameEn },
    ]);
    expect(changesBetween(two, bundle())).toEqual([
      { what: 'issuer-removed', nameZh, nameEn },
    ]);
  });

  it('is how many keys of an issuer came and went', () => {
    const keys = (...names: readonly string[]) =>
      bundle({ keys: names.map((name) => issuerKey(testKey('51', name))) });
    expect(changesBetween(keys('a', 'b'), keys('b', 'c', 'd'))).toEqual([
      { what: 'keys', ...sichuan, added: 2, removed: 1 },
    ]);
  });

  it('is how many indices are newly revoked, and how many say something else', () => {
    const before = lists(
      new Map<number, StatusBits>([
        [1, 'hold'],
        [2, 'revoked'],
      ]),
    );
    const after = lists(
      new Map<number, StatusBits>([
        [1, 'changed'],
        [2, 'revoked'],
        [3, 'hold'],
        [4, 'revoked'],
      ]),
    );
    expect(changesBetween(before, after)).toEqual([
      { what: 'revoked', ...sichuan, entries: 1 },
      { what: 'status', ...sichuan, entries: 2 },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });

  it('counts an index that is newly covered only where it is not normal', () => {
    const longer = lists(new Map([[9, 'hold']]), 1_048_577 + 9);
    expect(changesBetween(lists(new Map()), longer)).toEqual([
      { what: 'status', ...sichuan, entries: 1 },
    ]);
    expect(changesBetween(longer, bundle({ statusLists: [] }))).toEqual([
      { what: 'status', ...sichuan, entries: 1 },
    ]);
  });

  it('counts no index as newly revoked that was revoked before, or is not any more', () => {
    const revoked = lists(new Map([[2, 'revoked']]));
    const freed = lists(new Map([[3, 'changed']]));
    expect(changesBetween(revoked, freed)).toEqual([
      { what: 'status', ...sichuan, entries: 2 },
    ]);
  });

  it('is who is dead for good since, wherever it stands among the dead', () => {
    const range = { issuer: '51', list: 1, from: 5, until: 9 };
    const first = { ...range, from: 0, until: 2 };
    const before = bundle({}, { kids: ['bb'], ranges: [range] });
    const after = bundle({}, { kids: ['aa', 'bb'], ranges: [first, range] });
    expect(changesBetween(before, after)).toEqual([
      { what: 'killed-keys', count: 1 },
      { what: 'killed-ranges', issuer: sichuan, count: 1 },
    ]);
  });

  it('names whose keys they were, also where they are no longer listed', () => {
    const [stays, goes] = ['stays', 'goes'].map((name) =>
      issuerKey(testKey('51', name)),
    ) as [IssuerKey, IssuerKey]; // as many as there are names
    const before = bundle({ keys: [stays, goes] });
    const kids = [stays.kid, goes.kid, 'of-nobody'];
    const after = bundle({ keys: [stays] }, { kids, ranges: [] });
    expect(changesBetween(before, after)).toEqual([
      { what: 'keys', ...sichuan, added: 0, removed: 1 },
      { what: 'killed-keys', issuer: sichuan, count: 2 },
      { what: 'killed-keys', count: 1 },
    ]);
  });
});

type Statuses = ReadonlyMap<number, StatusBits>;

function lists(exceptions: Statuses, size: number = 10) {
  const list = { issuer: '51', list: 1, asOfMs: nowMs, size, exceptions };
  return bundle({ statusLists: [statusList(list)] });
}

function bundle(
  changes: Parameters<typeof siteContent>[0] = {},
  kills: Kills = { kids: [], ranges: [] },
): Pick<HeldBundle, 'root' | 'content' | 'kills'> {
  return { root, content: siteContent(changes), kills };
}

const role = { keyIds: [], threshold: 1 };
const root: HeldBundle['root'] = {
  type: 'root',
  version: 1,
  expiresAtMs: 0,
  signedBytes: new Uint8Array(),
  signatures: [],
  profile: 'site',
  name: 'ROOT-1',
  keys: [],
  roles: { root: role, timestamp: role, snapshot: role, targets: role },
};
