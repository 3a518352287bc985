import {
  uniteRemembered,
  type HeldBundle,
  type Remembered,
  type Tombstones,
} from '#core/trust';
import type { TombstoneFile } from './tombstone-file.ts';

/** What outlives the store, kept so that a crash between any two writes forgets nothing. */
export interface TrustMemory {
  /** Undefined where there is none, or none that can be believed. */
  current(): Remembered | undefined;
  /** Whether what the store holds may be believed without it having been taken anew. */
  isWhole(): boolean;
  /**
   * Before the store takes a bundle: who is dead is so from here on. Versions stay, for it may never
   * come to that. Throws StoreError.
   */
  before(next: HeldBundle): void;
  /** Once the store has it. Throws StoreError. */
  after(taken: HeldBundle): void;
  /** Goes by what is left of the store as well, though nothing of it is believed. */
  startFrom(left: Remembered): void;
}

/** Of the root of this name; what is remembered of another one is not looked at. */
export function openMemory(file: TombstoneFile, root: string): TrustMemory {
  const read = file.read();
  const isOurs = typeof read === 'object' && read.root === root;
  let written: Tombstones | undefined = isOurs ? read : undefined;
  let current: Remembered | undefined = written;

  function write(next: Remembered): void {
    if (written !== undefined && isAlike(written, next)) return;
    const tombstones = { ...next, root };
    file.write(tombstones);
    written = tombstones;
    current = tombstones;
  }

  return {
    current: () => current,
    isWhole: () => written !== undefined,
    before: ({ kills }) => {
      const before = current ?? { ...nothing, kills };
      write(uniteRemembered(before, { ...before, kills }));
    },
    after: (taken) => {
      const told = rememberedOf(taken);
      write(current === undefined ? told : uniteRemembered(current, told));
    },
    startFrom: (left) => {
      current = current === undefined ? left : uniteRemembered(current, left);
    },
  };
}

/** Of a bundle of which nothing is known but how new it was. */
export const nothing = {
  rootVersion: 0,
  version: 0,
  timestamp: new Uint8Array(),
  snapshot: new Uint8Array(),
};

export function rememberedOf({
  kills,
  root,
  content,
  files,
}: HeldBundle): Remembered {
  return {
    kills,
    rootVersion: root.version,
    version: content.version,
    timestamp: files.get('timestamp.json') ?? nothing.timestamp,
    snapshot: files.get('snapshot.json') ?? nothing.snapshot,
  };
}

/** What is dead only ever grows, so that as many are the same ones. */
function isAlike(a: Remembered, b: Remembered): boolean {
  return (
    a.rootVersion === b.rootVersion &&
    a.version === b.version &&
    a.kills.kids.length === b.kills.kids.length &&
    a.kills.ranges.length === b.kills.ranges.length
  );
}
