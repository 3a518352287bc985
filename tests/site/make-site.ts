import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  issuePass,
  makeBundle,
  makeIssuerKey,
  makeRoot,
  policies,
  rootFileOf,
  statusList,
  type BundleDraft,
  type IssuerSigningKey,
  type PolicyDraft,
  type PolicyName,
  type SigningKey,
} from '#fixtures/issuer';
import type { Issuer, StatusBits } from '#core/trust';
import { createSiteKey, encodeSiteKey } from '#kiosk/vault';

/** A checkpoint in a temporary folder: keys, a signed bundle and a kiosk.toml, ready to start. */
export interface Site {
  readonly folder: string;
  /** Signs in every role of the root file that kiosk.toml names. */
  readonly root: SigningKey;
  readonly rootFile: Uint8Array;
  /** The signed bundle, as kiosk.toml names it. */
  readonly bundle: Uint8Array;
  /** What it says; another version of it is a later bundle. */
  readonly draft: BundleDraft;
  readonly issuer: IssuerSigningKey;
  /** Signs passes, but no bundle knows it. */
  readonly stranger: IssuerSigningKey;
  /** The text of a pass of `issuer`, or of another key. */
  pass(choice?: PassChoice): string;
  remove(): void;
}

export interface PassChoice {
  readonly name?: string;
  readonly colour?: 'green' | 'yellow' | 'red';
  readonly index?: number;
  readonly by?: IssuerSigningKey;
  readonly expiresAt?: number;
  /** UTC milliseconds; a minute ago where it says nothing. */
  readonly issuedMs?: number;
}

export interface SiteOptions {
  readonly scannerPath?: string;
  readonly thermometerPath?: string;
  readonly policy?: PolicyName | PolicyDraft;
  /** Whom the bundle describes besides the test issuer, so that a policy can name them. */
  readonly others?: readonly Issuer[];
  /** The test issuer's key of another site, so that both know the same pass. */
  readonly issuer?: IssuerSigningKey;
}

export const supervisorPassphrase = 'a passphrase for tests only';
export const siteIssuer = 'TEST-31';

/** Who works at a test site; whoever is no guard has the same PIN. */
export const siteStaff = {
  supervisor: '测试主管',
  auditor: '测试审计',
  guard: '测试值守',
  pin: '90417263',
} as const;

/** Of that PIN; spent once, and worth as little as what it opens. */
const pinHash =
  'scrypt$17$8$1$fH7k5yuBAWw2z54Inu4F4g$VOmmxmAV4ntx7PKgwRUa0ncsLFcVT9G_NBeUVy8Pf0Y';

/** Statuses of the test issuer's list 0, by index; everything else is normal. */
export const statuses: ReadonlyMap<number, StatusBits> = new Map([
  [7, 'revoked'],
  [8, 'changed'],
]);

export async function makeSite({
  scannerPath,
  thermometerPath,
  policy = 'green-passes',
  others = [],
  issuer: sameIssuer,
}: SiteOptions = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'postern-site-'));
  const nowMs = Date.now();
  const root = makeRoot('TEST-ROOT');
  const scope = {
    kinds: ['pass'],
    forms: ['live', 'paper', 'static'],
    from: Math.floor(nowMs / 1000) - 86_400,
    // Long enough for tests of a kiosk that stands alone for a month.
    until: Math.floor(nowMs / 1000) + 60 * 86_400,
    areas: [],
  } as const;
  const issuer = sameIssuer ?? makeIssuerKey(siteIssuer, scope);
  const draft: BundleDraft = {
    version: 1,
    profile: 'site',
    issuers: [
      {
        id: siteIssuer,
        nameZh: '测试签发方',
        nameEn: 'Test issuer',
        colours: { green: 'green', yellow: 'yellow', red: 'red' },
      },
      ...others.filter(({ id }) => id !== siteIssuer),
    ],
    keys: [issuer],
    policy: typeof policy === 'string' ? policies[policy] : policy,
    statusLists: [
      statusList({
        issuer: siteIssuer,
        list: 0,
        asOfMs: nowMs,
        size: 1024,
        exceptions: statuses,
      }),
    ],
  };
  const bundle = makeBundle(root, draft, nowMs);
  const rootFile = rootFileOf(root, 'site');
  writeFileSync(join(folder, 'root.json'), rootFile);
  writeFileSync(join(folder, 'bundle.hpb'), bundle);
  writeFileSync(join(folder, 'site-key.json'), await siteKey());
  writeFileSync(
    join(folder, 'kiosk.toml'),
    kioskToml(scannerPath, thermometerPath),
  );
  return {
    folder,
    root,
    rootFile,
    bundle,
    draft,
    issuer,
    stranger: makeIssuerKey('STRANGER-99', scope),
    pass: (choice) => passText(issuer, choice),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Half a second of scrypt, spent once: every site of a run may share its long-term key. */
let madeSiteKey: Promise<Uint8Array> | undefined;
function siteKey(): Promise<Uint8Array> {
  madeSiteKey ??= createSiteKey(supervisorPassphrase).then(encodeSiteKey);
  return madeSiteKey;
}

function passText(issuer: IssuerSigningKey, choice: PassChoice = {}): string {
  const {
    name = '张小明',
    colour = 'green',
    index = 1,
    by = issuer,
    expiresAt,
    issuedMs = Date.now() - 60_000,
  } = choice;
  const issued = issuePass(
    by,
    {
      kind: 'single',
      form: 'static',
      health: {
        person: {
          name,
          documentType: 1,
          documentNumber: '3101234',
          birthYear: 1980,
        },
        colour: { code: colour },
        ...(colour !== 'green' && {
          colourReason: { reasonClass: 5, setBy: by.owner },
        }),
        status: { list: 0, index },
      },
      ...(expiresAt !== undefined && {
        issuedAt: expiresAt - 7200,
        notBefore: expiresAt - 7200,
        expiresAt,
      }),
    },
    issuedMs,
  );
  if (!issued.ok) throw new Error(`no pass: ${JSON.stringify(issued.error)}`);
  return issued.value;
}

function kioskToml(scannerPath?: string, thermometerPath?: string): string {
  const scanner =
    scannerPath && `[[scanner]]\nid = "scanner-1"\npath = "${scannerPath}"\n`;
  const thermometer =
    thermometerPath &&
    `[[thermometer]]\nid = "thermometer-1"\npath = "${thermometerPath}"\nmode = "body"\n`;
  return `
[checkpoint]
id = "TEST-GATE"
name_zh = "测试卡点"
name_en = "Test gate"
lane = "1"
direction = "in"
site_type = "station"

[trust]
root = "root.json"
bundle = "bundle.hpb"

[sealing]
site_key = "site-key.json"

[[staff]]
name = "${siteStaff.supervisor}"
role = "supervisor"
pin_hash = "${pinHash}"

[[staff]]
name = "${siteStaff.auditor}"
role = "auditor"
pin_hash = "${pinHash}"

[[staff]]
name = "${siteStaff.guard}"
role = "guard"

${scanner ?? ''}
${thermometer ?? ''}
`;
}

/** For lanes that start with nothing to be said about them. */
export function noWarning(message: string): void {
  throw new Error(message);
}
