import { err, ok, type Result } from '#core/result';
import type { BundleFiles } from './bundle-file.ts';
import type { SignedMetadata } from './metadata.ts';
import type { Pin } from '../trust-store.ts';
import type { BundleRefusal } from '../bundle-refusal.ts';

/** Where the files of a set come from, and which of them were used. */
export interface FileSource {
  take(name: string): Result<Uint8Array, BundleRefusal>;
  /** What was taken, in that order: all that the set is made of. */
  taken(): BundleFiles;
}

/** The first that has a file gives it; a bundle may leave out what has not changed. */
export function createFileSource(
  ...places: readonly BundleFiles[]
): FileSource {
  const taken = new Map<string, Uint8Array>();
  return {
    take: (name) => {
      const file = places.find((place) => place.has(name))?.get(name);
      if (file === undefined) {
        return err({ code: 'bundle-missing', where: name });
      }
      taken.set(name, file);
      return ok(file);
    },
    taken: () => taken,
  };
}

/** Metadata is small; what is larger is not parsed. */
export const largestMetadata: number = 1_048_576;

export type DocumentOf<T extends SignedMetadata['type']> = Extract<
  SignedMetadata,
  { type: T }
>;

/** One document of one type, not yet of anyone's. */
export function readDocument<T extends SignedMetadata['type']>(
  bytes: Uint8Array,
  type: T,
  pin: Pin,
  where: string,
): Result<DocumentOf<T>, BundleRefusal> {
  if (bytes.length > largestMetadata) {
    return err({ code: 'bundle-malformed', where });
  }
  const read = pin.metadata.read(bytes);
  if (!read.ok || !isOfType(read.value, type)) {
    return err({ code: 'bundle-not-metadata', where });
  }
  return ok(read.value);
}

function isOfType<T extends SignedMetadata['type']>(
  document: SignedMetadata,
  type: T,
): document is DocumentOf<T> {
  return document.type === type;
}
