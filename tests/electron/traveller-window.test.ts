import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeElectron, displayNumber } from './fake-electron.ts';

const words = process.argv;
const here = join(import.meta.dirname, '..', '..', 'electron');
const travellersPage = 'app://kiosk/index.html#view=traveller';
let electron = createFakeElectron();

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  electron = createFakeElectron();
  vi.doMock('electron', () => electron.module);
});

afterEach(() => {
  process.argv = words;
  vi.useRealTimers();
});

/** Starts the shell on so many displays. */
async function startOn(displays: number, ...given: string[]): Promise<void> {
  electron.screen.set('before', numbered(displays));
  process.argv = ['postern', ...given];
  await import('../../electron/main.ts');
  await electron.becomeReady();
}

function numbered(displays: number): ReturnType<typeof displayNumber>[] {
  return Array.from({ length: displays }, (_, at) => displayNumber(at + 1));
}

/** Every window that is there now, by what it shows. */
function pages(): string[] {
  return electron.windows
    .filter((window) => !window.isDestroyed())
    .map((window) => window.loaded.join());
}

describe('the window that faces the traveller', () => {
  it('is not there on a machine with one display', async () => {
    await startOn(1);
    expect(pages()).toEqual(['app://kiosk/index.html']);
  });

  it('fills the second display, caged as the guard’s is', async () => {
    await startOn(2);
    expect(pages()).toEqual(['app://kiosk/index.html', travellersPage]);
    expect(electron.windows[1]?.options).toMatchObject({
      ...displayNumber(2).bounds,
      kiosk: true,
      webPreferences: {
        preload: join(here, 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
      },
    });
  });

  it('is a plain window in the demo', async () => {
    await startOn(2, '--demo');
    expect(electron.windows[1]?.options).toMatchObject({ kiosk: false });
  });

  it('comes and goes with its display', async () => {
    await startOn(1);
    electron.screen.set('display-added', numbered(2));
    expect(pages()).toContain(travellersPage);
    electron.screen.set('display-removed', numbered(1));
    expect(pages()).toEqual(['app://kiosk/index.html']);
    electron.screen.set('display-added', numbered(2));
    expect(pages()).toEqual(['app://kiosk/index.html', travellersPage]);
  });

  it('stays as it is when a display that is not its own changes', async () => {
    await startOn(2);
    electron.screen.set('display-metrics-changed', numbered(2));
    electron.screen.set('display-added', numbered(3));
    expect(electron.windows).toHaveLength(2);
  });

  it('follows its display to another place', async () => {
    await startOn(2);
    const moved = {
      id: 2,
      bounds: { x: 0, y: 1080, width: 1080, height: 1920 },
    };
    electron.screen.set('display-metrics-changed', [displayNumber(1), moved]);
    expect(pages()).toHaveLength(2);
    expect(electron.windows.at(-1)?.options).toMatchObject(moved.bounds);
  });

  it('is not opened over the guard’s on a display that mirrors it', async () => {
    await startOn(1);
    electron.screen.set('display-added', [
      displayNumber(1),
      { ...displayNumber(1), id: 2 },
    ]);
    expect(pages()).toHaveLength(1);
  });

  it('gives the keyboard back to the guard’s window', async () => {
    await startOn(2);
    const [guard, traveller] = electron.windows;
    expect(guard?.focused).toBe(1);
    traveller?.emit('focus');
    expect(guard?.focused).toBe(2);
  });

  it('goes when the guard’s window is closed, so that the lane ends', async () => {
    await startOn(2);
    electron.windows[0]?.destroy();
    expect(pages()).toEqual([]);
    electron.screen.set('display-added', numbered(3));
    expect(pages()).toEqual([]);
  });

  it('comes back with the next change of displays when someone closed it', async () => {
    await startOn(2);
    electron.windows[1]?.destroy();
    expect(pages()).toHaveLength(1);
    electron.screen.set('display-metrics-changed', numbered(2));
    expect(pages()).toContain(travellersPage);
  });

  it('is loaded again when its process ends', async () => {
    await startOn(2);
    const contents = electron.windows[1]?.webContents;
    contents?.emit('render-process-gone', {}, { reason: 'oom' });
    vi.advanceTimersByTime(500);
    expect(contents?.reloads).toBe(1);
    expect(electron.windows[0]?.webContents.reloads).toBe(0);
  });
});

describe('the ports of two windows', () => {
  function ask(at: number): void {
    electron.ipcMain.emit('postern:connect', {
      sender: electron.windows[at]?.webContents,
      senderFrame: { url: travellersPage, parent: null },
    });
  }

  it('are one each, and the service hears whom each window faces', async () => {
    await startOn(2);
    const [service] = electron.services;
    service?.emit('spawn');
    ask(1);
    ask(0);
    expect(service?.posted).toEqual([
      { message: 'traveller', ports: ['service end 1'] },
      { message: 'guard', ports: ['service end 2'] },
    ]);
    expect(
      electron.windows.map(({ webContents }) =>
        webContents.posted.map(({ ports }) => ports),
      ),
    ).toEqual([[['page end 2']], [['page end 1']]]);
  });

  it('are both made anew when the service comes back', async () => {
    await startOn(2);
    ask(0);
    ask(1);
    expect(electron.channels).toHaveLength(0);
    electron.services[0]?.emit('spawn');
    expect(electron.channels).toHaveLength(2);
  });

  it('are refused to a window that is gone', async () => {
    await startOn(2);
    ask(1);
    electron.windows[1]?.destroy();
    electron.services[0]?.emit('spawn');
    ask(1);
    expect(electron.channels).toHaveLength(0);
  });
});
