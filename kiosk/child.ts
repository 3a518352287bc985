import { parseArgs } from 'node:util';
import { serveClient, type Channel } from '#kiosk/channel';
import { dataFolder } from '#kiosk/config';
import { presentationOf, startDemo } from '#kiosk/demo';
import { startSite } from '#kiosk/site';

/**
 * The Electron host's side of the service: a utility process started with `--demo` or `--site` and
 * `--data FOLDER`, a demo also with `--policy live`. Each message of the parent brings the port of
 * one window, which it then serves. The parent ends it by the message `stop`.
 */
const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    site: { type: 'boolean', default: false },
    data: { type: 'string' },
    policy: { type: 'string' },
  },
});
const { parentPort } = process as UtilityProcess; // Electron adds it; plain Node has none.
if (parentPort === undefined)
  throw new Error('this entry runs in an Electron utility process');

const presentation = presentationOf(values.policy);
if (presentation === undefined) throw new Error('--policy: say any or live');
const folder = dataFolder(values.demo ? 'demo' : 'site', values.data);
const started = await (values.demo
  ? startDemo(folder, tell, {
      presentation,
      print: console.log,
    })
  : startSite(folder, tell));
if (!started.ok)
  throw new Error(`${started.error.code}: ${started.error.message}`);
const kiosk = started.value;

parentPort.on('message', ({ data, ports }) => {
  for (const port of ports)
    serveClient(
      kiosk.service,
      channelOver(port),
      data === 'traveller' ? 'onlooker' : 'guard',
    );
  if (data === 'stop') void kiosk.stop().then(() => process.exit(0));
});

function tell(message: string): void {
  console.error(`postern: ${message}`);
}

function channelOver(port: WindowPort): Channel {
  port.start();
  return {
    post: (message) => {
      port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on('message', ({ data }) => {
        listener(data);
      });
    },
    onClose: (listener) => {
      port.on('close', listener);
    },
  };
}

/** What this entry uses of Electron's MessagePortMain and ParentPort; their types need Electron. */
interface WindowPort {
  start(): void;
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (message: { readonly data: unknown }) => void,
  ): void;
  on(event: 'close', listener: () => void): void;
}

type UtilityProcess = NodeJS.Process & {
  readonly parentPort?: {
    on(
      event: 'message',
      listener: (message: {
        readonly data: unknown;
        readonly ports: readonly WindowPort[];
      }) => void,
    ): void;
  };
};
