import { contextBridge, ipcRenderer } from 'electron';
import { connectChannel, portChannel, portMessage } from './channels.ts';

/** The page as far as the preload touches it: the shell compiles without a DOM. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(
    message: string,
    targetOrigin: string,
    ports: readonly object[],
  ): void;
};

// The page can ask for a port and gets it as a message to itself; it sees no channel name and no
// object of Electron's.
contextBridge.exposeInMainWorld('postern', {
  requestPort: () => {
    ipcRenderer.send(connectChannel);
  },
});
ipcRenderer.on(portChannel, (event) => {
  window.postMessage(portMessage, window.location.origin, event.ports);
});
