import type { Snapshot } from '#kiosk/contract';

type Notice = NonNullable<Snapshot['notice']>;

const shownForMs = 3_000;

export interface Notices {
  show(notice: Notice): void;
  current(): Notice | undefined;
  stop(): void;
}

/** What is said to the guard in passing; it goes away by itself and changes no scan. */
export function createNotices(changed: () => void): Notices {
  let notice: Notice | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    show: (next) => {
      clearTimeout(timer);
      notice = next;
      timer = setTimeout(() => {
        notice = undefined;
        changed();
      }, shownForMs);
      changed();
    },
    current: () => notice,
    stop: () => {
      clearTimeout(timer);
    },
  };
}
