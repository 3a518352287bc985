import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import {
  keyIdOf,
  signDocument,
  type JsonObject,
  type Repository,
  type RepositoryIssuer,
  type Tampering,
} from '#fixtures/issuer';
import { kidOf } from '#core/pass';
import { sha256 } from '#kiosk/crypto';
import {
  type BundleFiles,
  canonicalJson,
  encodeDocument,
  type Json,
  type StatusList,
} from '#core/trust';
import { testKey, toHex } from '../signing.ts';
import { first, held } from './attack.ts';
import { repositoryIssuer, inside } from './repositories.ts';

export function withIssuer(
  id: string,
  changes: Partial<RepositoryIssuer>,
): Repository {
  return {
    ...first,
    issuers: first.issuers.map((issuer) =>
      issuer.issuer.id === id ? { ...issuer, ...changes } : issuer,
    ),
  };
}

export function withLists(changes: Partial<StatusList>): Repository['issuers'] {
  return held.issuers.map((issuer) => ({
    ...issuer,
    statusLists: issuer.statusLists.map((list) => ({ ...list, ...changes })),
  }));
}

export function issuing(id: string): RepositoryIssuer['keys'][0] {
  const [key] = repositoryIssuer(id).keys;
  if (key === undefined) throw new Error('an issuer has a key');
  return key;
}

/** One public key published by another: with the kid it has there, so that nothing else is wrong. */
export function takenOver(
  key: RepositoryIssuer['keys'][0],
  owner: string,
): RepositoryIssuer['keys'][0] {
  return { ...key, owner, kid: kidOf(owner, key.publicKey, sha256) };
}

/** The same document signed by others. */
export function resigned(
  keys: Parameters<typeof signDocument>[1],
): (file: Uint8Array) => Uint8Array {
  return (file) => signDocument(parsed(file).signed, keys);
}

export function repeatedSignature(file: Uint8Array): Uint8Array {
  const { signatures, signed } = parsed(file);
  const one = signatures[0] ?? null;
  return bytesOf({ signatures: [one, one], signed });
}

export function policyNamingOneKeyTwice(
  roles: readonly JsonObject[],
): readonly JsonObject[] {
  const id = keyIdOf(testKey('policy', '0').publicKey);
  return roles.map((role) =>
    role['name'] === 'policy' ? { ...role, keyids: [id, id] } : role,
  );
}

/** The same public key with a word of no meaning beside it: rightly another id, and the same hand. */
export function withKeyWrittenTwice(signed: JsonObject): JsonObject {
  const twin = { ...keyJson(testKey('root', '0').publicKey), note: 'another' };
  const id = sha256Hex(canonicalJson(twin) ?? new Uint8Array());
  return { ...signed, keys: { ...inside(signed, 'keys'), [id]: twin } };
}

export function unlisting(name: string): (signed: JsonObject) => JsonObject {
  return (signed) => {
    const meta = { ...inside(signed, 'meta') } as Record<string, JsonObject>;
    delete meta[name];
    return { ...signed, meta };
  };
}

export function without(
  name: string,
): (roles: readonly JsonObject[]) => readonly JsonObject[] {
  return (roles) => roles.filter((role) => role['name'] !== name);
}

export function swap(
  name: string,
  from: BundleFiles,
): Tampering['files'] & object {
  return swapAs(name, name, from);
}

export function swapAs(
  name: string,
  other: string,
  from: BundleFiles,
): Tampering['files'] & object {
  return { [name]: () => from.get(other) };
}

/** Another content of one target, rightly listed and signed for. */
export function replaced(
  path: string,
  role: string,
  content: object,
): Tampering {
  return replacedBytes(path, role, encodeDocument(content));
}

export function replacedBytes(
  path: string,
  role: string,
  file: Uint8Array,
): Tampering {
  return {
    files: { [path]: () => file },
    unsigned: {
      [`${role}.json`]: (signed) => ({
        ...signed,
        targets: {
          ...inside(signed, 'targets'),
          [path]: { length: file.length, hashes: { sha256: sha256Hex(file) } },
        },
      }),
    },
  };
}

export function flipped(file: Uint8Array): Uint8Array {
  const changed = file.slice();
  changed[0] = (changed[0] ?? 0) ^ 1;
  return changed;
}

interface SignedJson {
  readonly signatures: readonly Json[];
  readonly signed: JsonObject;
}

function parsed(file: Uint8Array): SignedJson {
  return JSON.parse(Buffer.from(file).toString()) as SignedJson;
}

function bytesOf(document: Json): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify(document)));
}

export function keyJson(publicKey: Uint8Array): JsonObject {
  return {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: toHex(publicKey) },
  };
}

/** An honest key with a point of order 2 added: no longer of the prime-order subgroup. */
export function torsionKey(): Uint8Array {
  const orderTwo = new Uint8Array(32).fill(0xff);
  orderTwo[0] = 0xec;
  orderTwo[31] = 0x7f;
  const { publicKey } = testKey('any');
  return ed25519.Point.fromBytes(publicKey)
    .add(ed25519.Point.fromBytes(orderTwo))
    .toBytes();
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
