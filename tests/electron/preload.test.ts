import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const exposed = new Map<string, { requestPort: () => void }>();
const sent: string[] = [];
const posted: unknown[] = [];
let ipcRenderer = new EventEmitter();

beforeEach(async () => {
  vi.resetModules();
  exposed.clear();
  sent.length = 0;
  posted.length = 0;
  ipcRenderer = Object.assign(new EventEmitter(), {
    send: (channel: string) => sent.push(channel),
  });
  const contextBridge = {
    exposeInMainWorld: (name: string, api: { requestPort: () => void }) =>
      exposed.set(name, api),
  };
  vi.doMock('electron', () => ({ ipcRenderer, contextBridge }));
  vi.stubGlobal('window', {
    location: { origin: 'app://kiosk' },
    postMessage: (...args: unknown[]) => posted.push(args),
  });
  await import('../../electron/preload.ts');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the preload', () => {
  it('gives the page one function and nothing of Electron', () => {
    expect([...exposed.keys()]).toEqual(['postern']);
    expect(Object.keys(exposed.get('postern') ?? {})).toEqual(['requestPort']);
  });

  it('asks the shell for a port when the page asks, and tells it nothing else', () => {
    expect(sent).toEqual([]);
    exposed.get('postern')?.requestPort();
    expect(sent).toEqual(['postern:connect']);
  });

  it('hands the port to our own page alone', () => {
    ipcRenderer.emit('postern:port', { ports: ['page end'] });
    expect(posted).toEqual([['postern-port', 'app://kiosk', ['page end']]]);
  });
});
