import type {
  IpcMain,
  IpcMainEvent,
  MessageChannelMain,
  WebContents,
} from 'electron';
import { connectChannel, portChannel } from './channels.ts';
import { isOwnPage } from './own-page.ts';

/** The service's side of a new channel. */
export interface PortTaker {
  take(port: MessageChannelMain['port1']): void;
}

export interface PageJoiner {
  /** The service is up: a page that waits gets its port. */
  serviceIsUp(): void;
}

/**
 * Gives the page one port to the service for each time it asks; while the service is down the page
 * waits. Only the top frame of our own page is heard.
 */
export function joinPage(
  contents: WebContents,
  ipcMain: IpcMain,
  makeChannel: () => MessageChannelMain,
  running: () => PortTaker | undefined,
): PageJoiner {
  let isWaiting = false;
  const join = (): void => {
    const service = running();
    if (service === undefined || !isWaiting || contents.isDestroyed()) return;
    isWaiting = false;
    const { port1, port2 } = makeChannel();
    service.take(port1);
    contents.postMessage(portChannel, null, [port2]);
  };
  ipcMain.on(connectChannel, (event) => {
    if (!isFromTopFrame(event, contents)) return;
    isWaiting = true;
    join();
  });
  return { serviceIsUp: join };
}

function isFromTopFrame(
  { sender, senderFrame }: IpcMainEvent,
  contents: WebContents,
): boolean {
  return (
    sender === contents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOwnPage(senderFrame.url)
  );
}
