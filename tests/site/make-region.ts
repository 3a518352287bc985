import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundleOf,
  firstRoot,
  issuePass,
  issuerKeyText,
  makeIssuerKey,
  makeRoot,
  policies,
  publish,
  repositoryOf,
  statusList,
  type Repository,
} from '#fixtures/issuer';

/** What whoever runs a region hands over: the files a first run asks for, and a pass. */
export interface Region {
  readonly folder: string;
  /** Of a root of which two of three keys sign the next. */
  readonly rootFile: string;
  readonly bundleFile: string;
  /** A private key, which somebody may take for the root file. */
  readonly keyFile: string;
  /** The text of a green pass of 张小明, old enough to be in force for any clock. */
  readonly pass: string;
  remove(): void;
}

const issuerId = 'PILOT-51';

export function makeRegion(): Region {
  const folder = mkdtempSync(join(tmpdir(), 'postern-region-'));
  const write = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const nowMs = Date.now();
  const seconds = Math.floor(nowMs / 1000);
  const issuer = makeIssuerKey(issuerId, {
    kinds: ['pass'],
    forms: ['live', 'paper', 'static'],
    from: seconds - 86_400,
    until: seconds + 86_400,
    areas: [],
  });
  const pass = issuePass(
    issuer,
    {
      kind: 'single',
      form: 'static',
      health: {
        person: { name: '张小明' },
        colour: { code: 'green' },
        status: { list: 1, index: 1 },
      },
    },
    nowMs - 60_000,
  );
  if (!pass.ok) throw new Error(`no pass: ${JSON.stringify(pass.error)}`);
  const repository = repositoryFor(issuer, nowMs);
  return {
    folder,
    rootFile: write('root.json', firstRoot(repository)),
    bundleFile: write('bundle.hpb', bundleOf(publish(repository))),
    keyFile: write('issuer.key.json', issuerKeyText(issuer)),
    pass: pass.value,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function repositoryFor(
  issuer: ReturnType<typeof makeIssuerKey>,
  nowMs: number,
): Repository {
  const root = makeRoot('PILOT-ROOT');
  const repository = repositoryOf(
    root,
    {
      version: 1,
      profile: 'site',
      issuers: [
        {
          id: issuerId,
          nameZh: '试点省',
          nameEn: 'Pilot Province',
          colours: { green: 'green', yellow: 'yellow', red: 'red' },
        },
      ],
      keys: [issuer],
      policy: policies['green-passes'],
      statusLists: [
        statusList({
          issuer: issuerId,
          list: 1,
          asOfMs: nowMs,
          size: 1024,
          exceptions: new Map(),
        }),
      ],
    },
    nowMs,
  );
  const keys = [root, makeRoot('PILOT-ROOT'), makeRoot('PILOT-ROOT')];
  return {
    ...repository,
    roots: repository.roots.map((roles) => ({
      ...roles,
      root: { keys, threshold: 2 },
    })),
  };
}
