import { encodeTombstones, readTombstones, type Tombstones } from '#core/trust';
import { StoreError } from '#db';
import { sha256 } from '#kiosk/crypto';
import { createFileVault } from '#kiosk/vault';

/** What a kiosk remembers of its trust beside its database, which someone may put back from a copy. */
export interface TombstoneFile {
  /** `damaged` where there is a file and nothing in it can be believed. */
  read(): Tombstones | 'none' | 'damaged';
  /** Durable when it returns; throws StoreError where it cannot be, and then the old one is still there. */
  write(tombstones: Tombstones): void;
}

const name = 'tombstones.cbor';

/** The one in this data folder. */
export function tombstonesIn(folder: string): TombstoneFile {
  const files = createFileVault(folder);
  return {
    read: () => {
      const file = files.read(name);
      if (!file.ok) return 'damaged';
      if (file.value === undefined) return 'none';
      const read = readTombstones(file.value, sha256);
      return read.ok ? read.value : read.error;
    },
    write: (tombstones) => {
      const written = files.write(name, encodeTombstones(tombstones, sha256));
      if (!written.ok) throw new StoreError(written.error);
    },
  };
}
