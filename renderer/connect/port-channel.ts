import type { OpenChannel } from './channel.ts';

/**
 * What the desktop shell's preload puts on `window.postern`. After `requestPort()` it answers with
 * one window message whose data is `'postern-port'` and whose only port leads to the service.
 */
export interface DesktopShell {
  requestPort(): void;
}

const patienceMs = 5000;

/** A channel over the MessagePort that the desktop shell hands in. */
export function portChannel(shell: DesktopShell): OpenChannel {
  return (listener) => {
    let port: MessagePort | undefined;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(tooLate);
      window.removeEventListener('message', receive);
      port?.close();
      listener.closed('lost');
    };
    const receive = ({ source, data, ports: [given] }: MessageEvent): void => {
      // Only this window's own preload may hand in a port.
      if (source !== window || data !== 'postern-port' || given === undefined)
        return;
      window.removeEventListener('message', receive);
      clearTimeout(tooLate);
      port = given;
      port.addEventListener('message', (event) => {
        listener.message(event.data);
      });
      port.addEventListener('close', end);
      port.start();
      listener.opened();
    };
    const tooLate = setTimeout(end, patienceMs);
    window.addEventListener('message', receive);
    shell.requestPort();
    return {
      post: (message) => {
        port?.postMessage(message);
      },
      close: end,
    };
  };
}
