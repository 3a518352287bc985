import type { Device, DeviceEvent } from '#native';

export interface Watched<Item> {
  readonly told: readonly DeviceEvent<Item>[];
  /** The items so far. */
  readonly items: () => readonly Item[];
  /** Resolves with the first event not yet waited for that fits, and passes over the others. */
  readonly next: (
    fits: (event: DeviceEvent<Item>) => boolean,
  ) => Promise<DeviceEvent<Item>>;
  readonly nextItem: () => Promise<Item>;
  /** Waits for `open`, or for `lost: code`. */
  readonly nextState: (words: string) => Promise<void>;
}

/** Starts a device and lets a test wait for what it tells, in order. */
export function watch<Item>(device: Device<Item>): Watched<Item> {
  const told: DeviceEvent<Item>[] = [];
  let seen = 0;
  let wake = (): void => {};

  device.start((event) => {
    told.push(event);
    wake();
  });

  const next: Watched<Item>['next'] = async (fits) => {
    for (;;) {
      const event = told[seen];
      if (event === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      seen += 1;
      if (fits(event)) return event;
    }
  };

  return {
    told,
    items: () =>
      told.flatMap((event) => (event.kind === 'item' ? [event.item] : [])),
    next,
    nextItem: async () => {
      const event = await next(({ kind }) => kind === 'item');
      if (event.kind !== 'item') throw new Error('not an item');
      return event.item;
    },
    nextState: async (words) => {
      await next(
        (event) =>
          event.kind === 'state' &&
          [event.state, event.failure].filter(Boolean).join(': ') === words,
      );
    },
  };
}
