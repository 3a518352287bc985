import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeCbor } from '#core/cbor';
import { err, ok, type Result } from '#core/result';
import type { BundleHeadings } from '../bundle.ts';
import { findContentFault } from '../bundle-rules.ts';
import { issuer, issuerKey, policy, statusIndex } from '../bundle-shape.ts';
import { isDemoName } from '../demo-name.ts';
import type { Policy } from '../policy.ts';
import { isMap, list, record, type Read } from '../shape.ts';
import { entriesOfChunks, type StatusIndex } from '../status-chunks.ts';
import type { Issuer, IssuerKey } from '../trust-list.ts';
import type { FileSource } from './file-source.ts';
import { kills, noKills, type Kills } from './kills.ts';
import type { RootMetadata, TargetFile } from './metadata.ts';
import type { Pin } from '../trust-store.ts';
import type { Published, SignedRoles } from './read-roles.ts';
import { findListExcess } from './status-source.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/** What the roles' files say, each read only from the one role that may say it. */
export interface SetContent {
  /** Of the status lists, what is signed for: the chunks are only named. */
  readonly content: BundleHeadings & {
    readonly statusLists: readonly StatusIndex[];
  };
  /** As published now; what was killed before is not in it. */
  readonly kills: Kills;
}

export function readContent(
  source: FileSource,
  root: RootMetadata,
  { timestamp, published }: SignedRoles,
  pin: Pin,
): Result<SetContent, BundleRefusal> {
  const issuers: KeyFile[] = [];
  const statusLists: StatusIndex[] = [];
  let rules: PolicyFiles | undefined;
  for (const from of published) {
    const found = readPublished(source, from, pin);
    if (!found.ok) return found;
    if (found.value.kind === 'issuer') issuers.push(found.value.file);
    if (found.value.kind === 'status') statusLists.push(...found.value.lists);
    if (found.value.kind === 'policy') rules = found.value;
  }
  if (rules === undefined) {
    return err({ code: 'bundle-missing', where: 'policy' });
  }
  const content: SetContent['content'] = {
    version: timestamp.version,
    signedAtMs: timestamp.signedAtMs,
    profile: root.profile,
    root: root.name,
    issuers: issuers.map((file) => file.issuer),
    keys: issuers.flatMap((file) => file.keys),
    policy: rules.policy,
    statusLists,
  };
  const fault =
    findExcess(content) ??
    findListExcess(content.statusLists) ??
    findWorldFault(content) ??
    findContentFault(content, pin);
  return fault === undefined ? ok({ content, kills: rules.kills }) : err(fault);
}

/** All together as few as one signed bundle may hold: every key is asked about at length. */
function findExcess({
  issuers,
  keys,
}: BundleHeadings): BundleRefusal | undefined {
  if (issuers.length > 256) {
    return { code: 'bundle-malformed', where: 'issuers' };
  }
  return keys.length > 4096
    ? { code: 'bundle-malformed', where: 'keys' }
    : undefined;
}

interface KeyFile {
  readonly issuer: Issuer;
  readonly keys: readonly IssuerKey[];
}

interface PolicyFiles {
  readonly kind: 'policy';
  readonly policy: Policy;
  readonly kills: Kills;
}

type Found =
  | { readonly kind: 'issuer'; readonly file: KeyFile }
  | { readonly kind: 'status'; readonly lists: readonly StatusIndex[] }
  | PolicyFiles;

function readPublished(
  source: FileSource,
  from: Published,
  pin: Pin,
): Result<Found, BundleRefusal> {
  const { duty } = from;
  switch (duty.kind) {
    case 'policy':
      return readPolicy(source, from, pin);
    case 'issuer':
      return readKeys(source, from, duty.issuer, pin);
    case 'status':
      return readLists(source, from, duty.issuer, pin);
  }
}

function readPolicy(
  source: FileSource,
  { files }: Published,
  pin: Pin,
): Result<Found, BundleRefusal> {
  const path = 'policy/policy.cbor';
  const read = readFile(source, path, files.get(path), policy, pin);
  if (!read.ok) return read;
  const killsPath = 'policy/kills.cbor';
  const listed = files.get(killsPath);
  const dead =
    listed === undefined
      ? ok(noKills)
      : readFile(source, killsPath, listed, kills, pin);
  if (!dead.ok) return dead;
  return ok({ kind: 'policy', policy: read.value, kills: dead.value });
}

const keyFile: Read<KeyFile> = record<KeyFile>({
  issuer,
  keys: list(issuerKey, { atMost: 4096 }),
});

function readKeys(
  source: FileSource,
  { files }: Published,
  owner: string,
  pin: Pin,
): Result<Found, BundleRefusal> {
  const path = `keys/${owner}/keys.cbor`;
  const read = readFile(source, path, files.get(path), keyFile, pin);
  if (!read.ok) return read;
  const file = read.value;
  const isOwn =
    file.issuer.id === owner && file.keys.every((key) => key.issuer === owner);
  if (!isOwn) return err({ code: 'bundle-cross-issuer', where: path });
  return ok({ kind: 'issuer', file });
}

function readLists(
  source: FileSource,
  { files }: Published,
  owner: string,
  pin: Pin,
): Result<Found, BundleRefusal> {
  const lists: StatusIndex[] = [];
  for (const [path, listed] of files) {
    const read = readFile(source, path, listed, statusIndex, pin);
    if (!read.ok) return read;
    const { entries, chunks } = read.value;
    const own = `status/${owner}/${read.value.list}.cbor`;
    if (read.value.issuer !== owner || path !== own) {
      return err({ code: 'bundle-cross-issuer', where: path });
    }
    if (chunks.length !== entriesOfChunks(entries).length) {
      return err({ code: 'bundle-malformed', where: `${path}.chunks` });
    }
    lists.push(read.value);
  }
  return ok({ kind: 'status', lists });
}

const schema = 1;

function readFile<T>(
  source: FileSource,
  path: string,
  expected: TargetFile | undefined,
  read: Read<T>,
  { sha256 }: Pin,
): Result<T, BundleRefusal> {
  if (expected === undefined) {
    return err({ code: 'bundle-missing', where: path });
  }
  const file = source.take(path);
  if (!file.ok) return file;
  if (
    file.value.length !== expected.length ||
    bytesToHex(sha256(file.value)) !== expected.sha256
  ) {
    return err({ code: 'bundle-hash', where: path });
  }
  return readCbor(file.value, path, read);
}

/** One document of ours: a map of the strict CBOR profile that names its schema. */
export function readCbor<T>(
  bytes: Uint8Array,
  path: string,
  read: Read<T>,
): Result<T, BundleRefusal> {
  const decoded = decodeCbor(bytes);
  const major =
    decoded.ok && isMap(decoded.value)
      ? decoded.value.get('schema')
      : undefined;
  if (!decoded.ok || typeof major !== 'number' || major < schema) {
    return err({ code: 'bundle-malformed', where: path });
  }
  if (major > schema) return err({ code: 'bundle-update-kiosk', where: path });
  const value = read(decoded.value, path);
  if (value.ok) return value;
  return err({ code: 'bundle-malformed', where: value.error });
}

/** All issuers of a demo say so in their ids, and none at a site. */
function findWorldFault({
  profile,
  issuers,
}: BundleHeadings): BundleRefusal | undefined {
  const stray = issuers.find(
    ({ id }) => isDemoName(id) !== (profile === 'demo'),
  );
  if (stray === undefined) return undefined;
  return { code: 'bundle-demo', where: `issuer.${stray.id}` };
}
