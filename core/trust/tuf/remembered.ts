import { err, type Result } from '#core/result';
import { encodeDocument } from '../encode-document.ts';
import { bytes, record, text, uint } from '../shape.ts';
import type { Sha256 } from '../signatures.ts';
import type { Remembered } from '../trust-store.ts';
import { largestMetadata } from './file-source.ts';
import { isSame } from './follows-held.ts';
import { kills, uniteKills } from './kills.ts';
import { readCbor } from './read-content.ts';

/** What is remembered, and under which root: another one's says nothing. */
export interface Tombstones extends Remembered {
  readonly root: string;
}

const hashLength = 32;

const tombstones = record<Tombstones>({
  root: text(/^.{1,60}$/su),
  kills,
  rootVersion: uint(),
  version: uint(),
  timestamp: bytes(0, largestMetadata),
  snapshot: bytes(0, largestMetadata),
});

/** The document, and its SHA-256 after it. */
export function encodeTombstones(
  remembered: Tombstones,
  sha256: Sha256,
): Uint8Array {
  const document = encodeDocument(remembered);
  const file = new Uint8Array(document.length + hashLength);
  file.set(document);
  file.set(sha256(document), document.length);
  return file;
}

/** Believes nothing of a file that was cut off, changed, or is of a later schema. */
export function readTombstones(
  file: Uint8Array,
  sha256: Sha256,
): Result<Tombstones, 'damaged'> {
  const end = Math.max(0, file.length - hashLength);
  const document = file.subarray(0, end);
  if (!isSame(sha256(document), file.subarray(end))) return err('damaged');
  const read = readCbor(document, 'tombstones', tombstones);
  return read.ok ? read : err('damaged');
}

/** Everything either remembers: all that is dead, and the newer of two bundles. */
export function uniteRemembered(a: Remembered, b: Remembered): Remembered {
  const newer =
    a.rootVersion > b.rootVersion ||
    (a.rootVersion === b.rootVersion && a.version >= b.version)
      ? a
      : b;
  return { ...newer, kills: uniteKills(a.kills, b.kills) };
}
