/** Numbers snapshots and hands each to every client; all clients see the same sequence. */
export interface Publisher<Snapshot> {
  publish(): void;
  current(): Snapshot;
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
}

export function createPublisher<Snapshot>(
  make: (number: number) => Snapshot,
): Publisher<Snapshot> {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let number = 0;
  return {
    publish: () => {
      number += 1;
      if (listeners.size === 0) return;
      const snapshot = make(number);
      for (const listener of listeners) listener(snapshot);
    },
    current: () => make(number),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
