import { bytesToHex } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '#core/result';
import {
  readDocument,
  type DocumentOf,
  type FileSource,
} from './file-source.ts';
import type {
  DelegatedRole,
  MetadataFile,
  RootMetadata,
  SignedMetadata,
  SnapshotMetadata,
  TargetFile,
  TargetsMetadata,
  TimestampMetadata,
} from './metadata.ts';
import type { Pin } from '../trust-store.ts';
import { findKeysFault } from './role-keys.ts';
import { findSigningFault } from './role-signed.ts';
import { dutyOf, folderOf, isOwnFolder, type RoleDuty } from './roles.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/** The documents below one root, published together and each signed by whom it must be. */
export interface SignedRoles {
  readonly timestamp: TimestampMetadata;
  readonly snapshot: SnapshotMetadata;
  readonly targets: TargetsMetadata;
  readonly published: readonly Published[];
}

/** What one delegated role vouches for. */
export interface Published {
  readonly role: string;
  readonly duty: RoleDuty;
  readonly files: ReadonlyMap<string, TargetFile>;
}

export function readRoles(
  source: FileSource,
  root: RootMetadata,
  pin: Pin,
): Result<SignedRoles, BundleRefusal> {
  const timestamp = readTop(source, 'timestamp', undefined, root, pin);
  if (!timestamp.ok) return timestamp;
  const { snapshot: expected } = timestamp.value;
  const snapshot = readTop(source, 'snapshot', expected, root, pin);
  if (!snapshot.ok) return snapshot;
  const listed = snapshot.value.files.get('targets.json');
  if (listed === undefined) return err(mixed('targets.json'));
  const targets = readTop(source, 'targets', listed, root, pin);
  if (!targets.ok) return targets;

  const published = readDelegated(source, snapshot.value, targets.value, pin);
  if (!published.ok) return published;
  return ok({
    timestamp: timestamp.value,
    snapshot: snapshot.value,
    targets: targets.value,
    published: published.value,
  });
}

function readTop<T extends 'timestamp' | 'snapshot' | 'targets'>(
  source: FileSource,
  role: T,
  expected: MetadataFile | undefined,
  root: RootMetadata,
  pin: Pin,
): Result<DocumentOf<T>, BundleRefusal> {
  const name = `${role}.json`;
  const file = source.take(name);
  if (!file.ok) return file;
  const read = readDocument(file.value, role, pin, name);
  if (!read.ok) return read;
  const document: SignedMetadata = read.value;
  const fault =
    findSigningFault(document, root.roles[role], root.keys, pin, role) ??
    findMixture(file.value, document.version, expected, pin, name);
  return fault === undefined ? read : err(fault);
}

function readDelegated(
  source: FileSource,
  snapshot: SnapshotMetadata,
  targets: TargetsMetadata,
  pin: Pin,
): Result<readonly Published[], BundleRefusal> {
  const { delegations } = targets;
  const keys = delegations?.keys ?? [];
  const roles = delegations?.roles ?? [];
  const fault =
    findKeysFault(keys, roles, pin, 'targets.json') ??
    findDelegationFault(targets, roles);
  if (fault !== undefined) return err(fault);

  const published: Published[] = [];
  for (const role of roles) {
    const duty = dutyOf(role.name);
    if (duty === undefined) continue;
    const read = readRole(source, { role, duty, keys, snapshot, pin });
    if (!read.ok) return read;
    published.push({ role: role.name, duty, files: read.value.targets });
  }
  return ok(published);
}

/** The targets role hands out and publishes nothing itself; nobody gets more than a folder of their own. */
function findDelegationFault(
  targets: TargetsMetadata,
  roles: readonly DelegatedRole[],
): BundleRefusal | undefined {
  if (targets.targets.size > 0) {
    return { code: 'bundle-delegation', where: 'targets.json' };
  }
  const names = new Set<string>();
  for (const role of roles) {
    const duty = dutyOf(role.name);
    const isOwn = duty === undefined || isOwnFolder(role, duty);
    if (!isOwn || names.has(role.name)) {
      return { code: 'bundle-delegation', where: role.name };
    }
    names.add(role.name);
  }
  return undefined;
}

function readRole(
  source: FileSource,
  delegation: {
    readonly role: DelegatedRole;
    readonly duty: RoleDuty;
    readonly keys: NonNullable<TargetsMetadata['delegations']>['keys'];
    readonly snapshot: SnapshotMetadata;
    readonly pin: Pin;
  },
): Result<TargetsMetadata, BundleRefusal> {
  const { role, duty, keys, snapshot, pin } = delegation;
  const name = `${role.name}.json`;
  const listed = snapshot.files.get(name);
  if (listed === undefined) return err(mixed(name));
  const file = source.take(name);
  if (!file.ok) return file;
  const read = readDocument(file.value, 'targets', pin, name);
  if (!read.ok) return read;
  const { version, targets, delegations } = read.value;
  const fault =
    findSigningFault(read.value, role, keys, pin, role.name) ??
    findMixture(file.value, version, listed, pin, name);
  if (fault !== undefined) return err(fault);

  const folder = folderOf(duty);
  const isInside = [...targets.keys()].every((path) => path.startsWith(folder));
  if (!isInside || delegations !== undefined) {
    return err({ code: 'bundle-delegation', where: role.name });
  }
  return read;
}

/** Whether the document is another than the one that whoever lists it has seen. */
function findMixture(
  file: Uint8Array,
  version: number,
  expected: MetadataFile | undefined,
  { sha256 }: Pin,
  name: string,
): BundleRefusal | undefined {
  if (expected === undefined) return undefined;
  const isIt =
    version === expected.version &&
    file.length === (expected.length ?? file.length) &&
    (expected.sha256 === undefined ||
      expected.sha256 === bytesToHex(sha256(file)));
  return isIt ? undefined : mixed(name);
}

function mixed(where: string): BundleRefusal {
  return { code: 'bundle-mixed', where };
}
