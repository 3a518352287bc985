import type {
  IpcMain,
  IpcMainEvent,
  MessageChannelMain,
  WebContents,
} from 'electron';
import { connectChannel, portChannel } from './channels.ts';
import { isOwnPage, type View } from './own-page.ts';

/** The service's side of a new channel. */
export interface PortTaker {
  /** A port for a page, and which view of the lane that page is. */
  take(port: MessageChannelMain['port1'], view: View): void;
}

export interface PageJoiner {
  /** From now on this page may ask. */
  know(contents: WebContents, view: View): void;
  /** The service is up: pages that wait get their ports. */
  serviceIsUp(): void;
}

/**
 * Gives each page we know a port of its own to the service for each time it asks; while the service is
 * down the page waits. Only the top frame of our own page is heard.
 */
export function joinPages(
  ipcMain: IpcMain,
  makeChannel: () => MessageChannelMain,
  running: () => PortTaker | undefined,
): PageJoiner {
  const known = new Map<WebContents, View>();
  const waiting = new Set<WebContents>();
  const join = (): void => {
    const service = running();
    if (service === undefined) return;
    for (const contents of waiting) {
      const view = known.get(contents);
      if (view === undefined || contents.isDestroyed()) continue;
      const { port1, port2 } = makeChannel();
      service.take(port1, view);
      contents.postMessage(portChannel, null, [port2]);
    }
    waiting.clear();
  };
  ipcMain.on(connectChannel, (event) => {
    if (!known.has(event.sender) || !isFromTopFrame(event)) return;
    waiting.add(event.sender);
    join();
  });
  return {
    know: (contents, view) => {
      known.set(contents, view);
      contents.once('destroyed', () => {
        known.delete(contents);
        waiting.delete(contents);
      });
    },
    serviceIsUp: join,
  };
}

function isFromTopFrame({ senderFrame }: IpcMainEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOwnPage(senderFrame.url)
  );
}
