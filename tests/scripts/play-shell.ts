import { EventEmitter, on } from 'node:events';
import { dirname, join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { ClientFunctions, KioskFunctions } from '#kiosk/contract';

/**
 * Plays Electron's part for a bundled service: `node play-shell.ts CHILD.mjs --demo --data FOLDER`.
 * Gives it a port as the shell does, prints the state of the first snapshot, has its worker prove the
 * chain, and asks the service to stop.
 */
const [child = ''] = process.argv.splice(2, 1);
const parentPort = new EventEmitter();
Object.defineProperty(process, 'parentPort', { value: parentPort });
await import(child);

const { port1, port2 } = new MessageChannel();
parentPort.emit('message', { data: 'window', ports: [asElectronPort(port1)] });

const kiosk = createBirpc<KioskFunctions, ClientFunctions>(
  { changed: () => undefined },
  {
    post: (message) => {
      port2.postMessage(message);
    },
    on: (listener) => port2.on('message', listener),
  },
);
const { profile, state } = await kiosk.snapshot();
console.log(`snapshot: ${profile}, ${state}`);

const folder = process.argv.at(-1);
const worker = new Worker(join(dirname(child), 'verify-chain-worker.mjs'), {
  workerData: { folder },
});
for await (const [message] of on(worker, 'message', { close: ['exit'] }))
  console.log(`worker: ${(message as { kind: string }).kind}`); // as every job message has
parentPort.emit('message', { data: 'stop', ports: [] });

/** Electron's ports wrap what Node's hand over bare. */
function asElectronPort(port: typeof port1): object {
  return {
    start: () => {
      port.start();
    },
    postMessage: (message: unknown) => {
      port.postMessage(message);
    },
    on: (event: string, listener: (given: unknown) => void) =>
      port.on(event, (data: unknown) => {
        listener({ data });
      }),
  };
}
