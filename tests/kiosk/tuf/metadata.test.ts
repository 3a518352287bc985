import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '#core/trust';
import { metadata } from '#kiosk/tuf';

const signature = { keyid: 'ab', sig: '01'.repeat(64) };
const sha256 = 'cd'.repeat(32);
const key = {
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: '02'.repeat(32) },
};
const role = { keyids: ['k'], threshold: 1 };
const signedHead = {
  spec_version: '1.0.31',
  version: 7,
  expires: '2026-01-15T00:00:00Z',
};
const documents = {
  root: {
    ...signedHead,
    _type: 'root',
    consistent_snapshot: true,
    'x-profile': 'site',
    'x-name': 'ROOT-1',
    keys: { k: key },
    roles: { root: role, timestamp: role, snapshot: role, targets: role },
  },
  timestamp: {
    ...signedHead,
    _type: 'timestamp',
    'x-signed-at': '2026-01-14T23:59:59.500Z',
    meta: { 'snapshot.json': { version: 3 } },
  },
  snapshot: {
    ...signedHead,
    _type: 'snapshot',
    meta: {
      'targets.json': { version: 2, length: 9, hashes: { sha256, md5: 'x' } },
    },
  },
  targets: {
    ...signedHead,
    _type: 'targets',
    targets: { 'keys/51/keys.cbor': { length: 9, hashes: { sha256 } } },
    delegations: {
      keys: { k: key },
      roles: [
        { ...role, name: 'policy', paths: ['policy/*'], terminating: true },
      ],
    },
  },
};

describe('metadata.read', () => {
  it('reads a root', () => {
    expect(read(documents.root)).toMatchObject({
      type: 'root',
      version: 7,
      expiresAtMs: 1_768_435_200_000,
      profile: 'site',
      name: 'ROOT-1',
      keys: [
        {
          id: 'k',
          publicKey: new Uint8Array(32).fill(2),
          canonicalBytes: canonicalJson(key),
        },
      ],
      roles: { snapshot: { keyIds: ['k'], threshold: 1 } },
      signatures: [{ keyId: 'ab', signature: new Uint8Array(64).fill(1) }],
    });
  });

  it('reads when a timestamp was signed, to the millisecond', () => {
    expect(read(documents.timestamp)).toMatchObject({
      signedAtMs: 1_768_435_199_500,
      snapshot: { version: 3 },
    });
  });

  it('reads what a snapshot lists', () => {
    expect(read(documents.snapshot)).toMatchObject({
      files: new Map([['targets.json', { version: 2, length: 9, sha256 }]]),
    });
  });

  it('reads what a targets role publishes and hands out', () => {
    expect(read(documents.targets)).toMatchObject({
      targets: new Map([['keys/51/keys.cbor', { length: 9, sha256 }]]),
      delegations: {
        keys: [{ id: 'k' }],
        roles: [{ name: 'policy', paths: ['policy/*'], isTerminating: true }],
      },
    });
    const { delegations: _, ...without } = documents.targets;
    expect(read(without)).not.toHaveProperty('delegations');
  });

  it('signs for names it does not know, and for a key as it is written', () => {
    const noted = { ...key, note: 1 };
    const signed = { ...documents.root, 'x-new': [1], keys: { k: noted } };
    expect(read(signed)).toMatchObject({
      signedBytes: canonicalJson(signed),
      keys: [{ canonicalBytes: canonicalJson(noted) }],
    });
  });

  it.each<[string, Json]>([
    ['of no type', { ...signedHead }],
    ['of another type', { ...documents.root, _type: 'mirrors' }],
    ['of another major', { ...documents.root, spec_version: '2.0' }],
    ['of version 0', { ...documents.root, version: 0 }],
    ['of half a version', { ...documents.root, version: 1.5 }],
    ['of a version in words', { ...documents.root, version: '1' }],
    [
      'that expires on no day',
      { ...documents.root, expires: '2026-02-30T00:00:00Z' },
    ],
    [
      'that expires in no month',
      { ...documents.root, expires: '2026-13-01T00:00:00Z' },
    ],
    [
      'of local time',
      { ...documents.root, expires: '2026-01-15T00:00:00+08:00' },
    ],
    ['without a role', { ...documents.root, roles: { root: role } }],
    [
      'with a threshold of 0',
      {
        ...documents.root,
        roles: { ...documents.root.roles, root: { ...role, threshold: 0 } },
      },
    ],
    [
      'with a key of another type',
      { ...documents.root, keys: { k: { ...key, keytype: 'rsa' } } },
    ],
    [
      'with a key in capitals',
      {
        ...documents.root,
        keys: { k: { ...key, keyval: { public: 'AB'.repeat(32) } } },
      },
    ],
    ['without its world', { ...documents.root, 'x-profile': 'test' }],
    [
      'without a time of signing',
      { ...documents.timestamp, 'x-signed-at': null },
    ],
    ['of no snapshot', { ...documents.timestamp, meta: {} }],
    [
      'with a target of no hash',
      { ...documents.targets, targets: { a: { length: 1 } } },
    ],
    ['with a fraction somewhere', { ...documents.root, 'x-new': 0.5 }],
    ['with half a character', { ...documents.root, 'x-new': '\ud800' }],
    ['nested without end', { ...documents.root, 'x-new': nested(40) }],
  ])('refuses a document %s', (_what, signed) => {
    expect(readBytes(file({ signatures: [signature], signed }))).toBe(
      'not-metadata',
    );
  });

  it.each<[string, Json]>([
    ['no signatures', { signed: documents.root }],
    ['a signature that is none', wrapped([{ keyid: 'a', sig: 'zz' }])],
    ['a signature of another length', wrapped([{ keyid: 'a', sig: '01' }])],
    ['a signature of nobody', wrapped([{ sig: signature.sig }])],
    ['a list in place of it', []],
    ['nothing in place of it', null],
  ])('refuses a file with %s', (_what, json) => {
    expect(readBytes(file(json))).toBe('not-metadata');
  });

  it.each([
    ['nothing', Buffer.from('')],
    ['no JSON', Buffer.from('{')],
    ['two documents', Buffer.from('{}{}')],
    ['a byte order mark', Buffer.from('\ufeff{}')],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['brackets without end', Buffer.from('['.repeat(500_000))],
    [
      'depth without end',
      Buffer.from(
        `{"signatures":[],"signed":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      ),
    ],
  ])('refuses bytes that are %s', (_what, bytes) => {
    expect(readBytes(new Uint8Array(bytes))).toBe('not-metadata');
  });

  it('does not mind how a document is laid out, and signs the same bytes', () => {
    const spaced = new Uint8Array(
      Buffer.from(
        JSON.stringify(
          { signed: documents.targets, signatures: [signature] },
          undefined,
          2,
        ),
      ),
    );
    const laidOut = metadata.read(spaced);
    expect(laidOut.ok && laidOut.value).toEqual(read(documents.targets));
  });
});

function read(signed: Json): unknown {
  const result = metadata.read(file({ signatures: [signature], signed }));
  if (!result.ok) throw new Error('the sample is refused');
  return result.value;
}

function readBytes(bytes: Uint8Array): string {
  const result = metadata.read(bytes);
  return result.ok ? 'read' : result.error;
}

function wrapped(signatures: Json): Json {
  return { signatures, signed: documents.root };
}

function file(json: Json): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify(json)));
}

function nested(depth: number): Json {
  return depth === 0 ? 1 : [nested(depth - 1)];
}
