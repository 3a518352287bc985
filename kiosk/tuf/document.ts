import { z } from 'zod';
import {
  canonicalJson,
  type DelegatedRole,
  type Json,
  type MetadataFile,
  type MetadataKey,
  type Role,
  type SignedMetadata,
  type TargetFile,
} from '#core/trust';
import { bytesOf, hexOf, instant } from './encodings.ts';

/** What is signed, without the signatures. */
export type SignedDocument = SignedMetadata extends infer T
  ? T extends SignedMetadata
    ? Omit<T, 'signedBytes' | 'signatures'>
    : never
  : never;

const count = z.int().min(0);
const version = z.int().min(1);
const keyId = z.string().min(1).max(128);

const signedHead = {
  // Any minor of the specification we know; the next major may mean something else.
  spec_version: z.string().regex(/^1\.\d+(\.\d+)?$/),
  version,
  expires: instant,
};

const role = z
  .object({ keyids: z.array(keyId).max(256), threshold: z.int().min(1) })
  .transform(({ keyids, threshold }): Role => ({ keyIds: keyids, threshold }));

const delegatedRole = z
  .object({
    name: z.string().min(1).max(64),
    keyids: z.array(keyId).max(256),
    threshold: z.int().min(1),
    paths: z.array(z.string().max(256)).max(64),
    terminating: z.boolean(),
  })
  .transform(
    ({ name, keyids, threshold, paths, terminating }): DelegatedRole => ({
      name,
      keyIds: keyids,
      threshold,
      paths,
      isTerminating: terminating,
    }),
  );

const key = z.object({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.object({ public: hexOf(32) }),
});

/** More than any authority has hands; each is asked about at length. */
const mostKeys = 1024;

const keys = z
  .record(keyId, z.unknown())
  .refine((found) => Object.keys(found).length <= mostKeys)
  .transform((found, context): readonly MetadataKey[] =>
    Object.entries(found).flatMap(([id, raw]) => {
      const read = key.safeParse(raw);
      // Parsed from JSON, as a part of what has a canonical form already.
      const canonicalBytes = canonicalJson(raw as Json);
      if (!read.success || canonicalBytes === undefined) {
        context.addIssue({ code: 'custom', message: 'no Ed25519 key' });
        return [];
      }
      const publicKey = bytesOf(read.data.keyval.public);
      return [{ id, publicKey, canonicalBytes }];
    }),
  );

const fileHead = {
  length: count,
  hashes: z.object({ sha256: hexOf(32) }),
};

const metadataFile = z
  .object({
    version,
    length: fileHead.length.optional(),
    hashes: fileHead.hashes.optional(),
  })
  .transform(({ version: number, length, hashes }): MetadataFile => ({
    version: number,
    ...(length !== undefined && { length }),
    ...(hashes !== undefined && { sha256: hashes.sha256 }),
  }));

const targetFile = z
  .object(fileHead)
  .transform(({ length, hashes }): TargetFile => ({
    length,
    sha256: hashes.sha256,
  }));

/** As it is stored and shown: what could stand for another name, or not be written down, is none. */
const rootName = z
  .string()
  .regex(/^[^\p{Cc}\uFEFF\u202A-\u202E\u2066-\u2069]{1,60}$/u)
  .refine((text) => text.isWellFormed() && text.normalize('NFC') === text);

const root = z
  .object({
    _type: z.literal('root'),
    ...signedHead,
    consistent_snapshot: z.boolean(),
    'x-profile': z.enum(['demo', 'site']),
    'x-name': rootName,
    keys,
    roles: z.object({
      root: role,
      timestamp: role,
      snapshot: role,
      targets: role,
    }),
  })
  .transform((found): SignedDocument => ({
    type: 'root',
    version: found.version,
    expiresAtMs: found.expires,
    profile: found['x-profile'],
    name: found['x-name'],
    keys: found.keys,
    roles: found.roles,
  }));

const timestamp = z
  .object({
    _type: z.literal('timestamp'),
    ...signedHead,
    'x-signed-at': instant,
    meta: z.object({ 'snapshot.json': metadataFile }),
  })
  .transform((found): SignedDocument => ({
    type: 'timestamp',
    version: found.version,
    expiresAtMs: found.expires,
    signedAtMs: found['x-signed-at'],
    snapshot: found.meta['snapshot.json'],
  }));

const snapshot = z
  .object({
    _type: z.literal('snapshot'),
    ...signedHead,
    meta: z.record(z.string().max(128), metadataFile),
  })
  .transform((found): SignedDocument => ({
    type: 'snapshot',
    version: found.version,
    expiresAtMs: found.expires,
    files: new Map(Object.entries(found.meta)),
  }));

const targets = z
  .object({
    _type: z.literal('targets'),
    ...signedHead,
    targets: z.record(z.string().max(256), targetFile),
    delegations: z
      .object({ keys, roles: z.array(delegatedRole).max(1024) })
      .optional(),
  })
  .transform(({ delegations, ...found }): SignedDocument => ({
    type: 'targets',
    version: found.version,
    expiresAtMs: found.expires,
    targets: new Map(Object.entries(found.targets)),
    ...(delegations !== undefined && { delegations }),
  }));

export const signed = z.discriminatedUnion('_type', [
  root,
  timestamp,
  snapshot,
  targets,
]);
