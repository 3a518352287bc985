import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '#kiosk/page';
import { createFakeElectron } from './fake-electron.ts';

const words = process.argv;
const here = join(import.meta.dirname, '..', '..', 'electron');
let electron = createFakeElectron();

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  replaceElectron();
});

afterEach(() => {
  process.argv = words;
  vi.useRealTimers();
});

function replaceElectron(): void {
  electron = createFakeElectron();
  vi.doMock('electron', () => electron.module);
}

/** Starts the shell as its program would; answers the window and the service where there are some. */
async function start(...given: string[]) {
  process.argv = ['postern', ...given];
  await import('../../electron/main.ts');
  await electron.becomeReady();
  return { window: electron.windows[0], service: electron.services[0] };
}

function ask(
  sender: unknown,
  url = 'app://kiosk/index.html',
  parent: unknown = null,
): void {
  electron.ipcMain.emit('postern:connect', {
    sender,
    senderFrame: { url, parent },
  });
}

describe('the shell at its start', () => {
  it('sandboxes everything and makes app:// a standard, secure scheme before Electron is ready', async () => {
    process.argv = ['postern'];
    await import('../../electron/main.ts');
    expect(electron.calls).toEqual([
      'protocol [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}]',
      'app.enableSandbox',
      `app.setPath userData ${join('/appData', 'postern-site-window')}`,
      'Menu null',
      'app.requestSingleInstanceLock',
    ]);
    expect(electron.windows).toHaveLength(0);
  });

  it('opens one sandboxed window on our page, full screen at a site', async () => {
    const { window } = await start();
    expect(window?.loaded).toEqual(['app://kiosk/index.html']);
    expect(window?.options).toMatchObject({
      kiosk: true,
      webPreferences: {
        preload: join(here, 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        devTools: false,
        spellcheck: false,
      },
    });
    expect(electron.calls).toContain('powerSaveBlocker prevent-display-sleep');
  });

  it('leaves the demo in a window that can be closed, with a folder of its own', async () => {
    const { window, service } = await start('--demo', '--data', 'here');
    expect(window?.options).toMatchObject({ kiosk: false });
    expect(service?.args.slice(0, 2)).toEqual([
      join(here, 'child.mjs'),
      ['--demo', '--data', 'here'],
    ]);
    expect(electron.calls).toContain(
      `app.setPath userData ${join('/appData', 'postern-demo-window')}`,
    );
  });

  it('ends where another instance holds the lane, and that one comes to the front', async () => {
    const { window } = await start();
    electron.app.emit('second-instance');
    expect(window?.focused).toBe(1);

    vi.resetModules();
    replaceElectron();
    electron.takeLock();
    await start();
    expect(electron.calls).toContain('app.quit');
    expect(electron.windows).toHaveLength(0);
  });

  it('does not start a site with a switch that lets others drive it', async () => {
    await start('--remote-debugging-port=9222');
    expect(electron.calls).toContain('app.exit 2');
    expect(electron.calls).not.toContain('app.requestSingleInstanceLock');
    expect(electron.windows).toHaveLength(0);
  });

  it('lets the service end before itself when the window is closed', async () => {
    const { service } = await start();
    service?.emit('spawn');
    electron.app.emit('window-all-closed');
    expect(electron.calls).toContain('app.quit');

    const quit = { preventDefault: vi.fn<() => void>() };
    electron.app.emit('will-quit', quit);
    expect(quit.preventDefault).toHaveBeenCalledOnce();
    expect(service?.posted).toEqual([{ message: 'stop', ports: undefined }]);
    expect(electron.calls).not.toContain('app.exit');
    service?.emit('exit', 0);
    await vi.waitFor(() => {
      expect(electron.calls).toContain('app.exit');
    });
    expect(electron.services).toHaveLength(1);
  });
});

describe('the page in the shell', () => {
  it('gets its files from app:// with the rules on them', async () => {
    await start();
    const answer = await electron.schemes.get('app')?.({
      method: 'POST',
      url: 'app://kiosk/index.html',
    });
    expect(answer?.status).toBe(405);
    expect(answer?.headers.get('content-security-policy')).toBe(
      contentSecurityPolicy,
    );
  });

  it('goes nowhere else, opens nothing, embeds nothing and downloads nothing', async () => {
    const { window } = await start();
    const contents = window?.webContents;
    for (const event of ['will-navigate', 'will-frame-navigate'])
      expect(contents?.prevents(event, 'https://example.org/')).toBe(true);
    for (const event of ['will-redirect', 'will-attach-webview'])
      expect(contents?.prevents(event, 'app://kiosk/index.html')).toBe(true);
    expect(contents?.openHandler?.()).toEqual({ action: 'deny' });
    const download = { preventDefault: vi.fn<() => void>() };
    electron.session.emit('will-download', download);
    expect(download.preventDefault).toHaveBeenCalledOnce();
  });

  it('may load itself again', async () => {
    const { window } = await start();
    expect(
      window?.webContents.prevents('will-navigate', 'app://kiosk/index.html'),
    ).toBe(false);
  });

  it('may use the camera and nothing else, asked or checked', async () => {
    await start();
    const { asked, checked, device } = electron.session.handlers;
    const answers: boolean[] = [];
    const note = (is: boolean): void => void answers.push(is);
    const page = 'app://kiosk/index.html';
    asked?.({}, 'media', note, { requestingUrl: page, mediaTypes: ['video'] });
    asked?.({}, 'media', note, { requestingUrl: page, mediaTypes: ['audio'] });
    asked?.({}, 'media', note, {
      requestingUrl: 'https://example.org',
      mediaTypes: ['video'],
    });
    asked?.({}, 'geolocation', note, { requestingUrl: page });
    expect(answers).toEqual([true, false, false, false]);
    expect(checked?.({}, 'media', 'app://kiosk', { mediaType: 'video' })).toBe(
      true,
    );
    expect(
      checked?.({}, 'media', 'https://example.org', { mediaType: 'video' }),
    ).toBe(false);
    expect(checked?.({}, 'serial', 'app://kiosk', {})).toBe(false);
    expect(device?.()).toBe(false);
  });

  it('is loaded again when its process ends', async () => {
    const { window } = await start();
    window?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window?.webContents.reloads).toBe(0);
    vi.advanceTimersByTime(500);
    expect(window?.webContents.reloads).toBe(1);
  });
});

describe('the port between page and service', () => {
  it('is handed to both ends when the page asks', async () => {
    const { window, service } = await start();
    service?.emit('spawn');
    ask(window?.webContents);
    expect(service?.posted).toEqual([
      { message: 'guard', ports: ['service end 1'] },
    ]);
    expect(window?.webContents.posted).toEqual([
      { channel: 'postern:port', message: null, ports: ['page end 1'] },
    ]);
  });

  it('waits for a service that is not up yet, and is made once', async () => {
    const { window, service } = await start();
    ask(window?.webContents);
    ask(window?.webContents);
    expect(electron.channels).toHaveLength(0);
    service?.emit('spawn');
    expect(window?.webContents.posted).toHaveLength(1);
  });

  it('is made anew for a page that asks again after the service came back', async () => {
    const { window, service } = await start();
    service?.emit('spawn');
    ask(window?.webContents);
    service?.emit('exit', 1);
    ask(window?.webContents);
    vi.advanceTimersByTime(500);
    const next = electron.services[1];
    next?.emit('spawn');
    expect(next?.posted).toEqual([
      { message: 'guard', ports: ['service end 2'] },
    ]);
    expect(window?.webContents.posted).toHaveLength(2);
  });

  it('is not for a page that did not ask', async () => {
    const { window, service } = await start();
    service?.emit('spawn');
    expect(window?.webContents.posted).toEqual([]);
  });

  it('is refused to a frame inside the page, another address or another window', async () => {
    const { window, service } = await start();
    service?.emit('spawn');
    ask(window?.webContents, 'app://kiosk/index.html', {
      url: 'app://kiosk/index.html',
    });
    ask(window?.webContents, 'https://example.org/');
    ask({});
    expect(electron.channels).toHaveLength(0);
  });
});
