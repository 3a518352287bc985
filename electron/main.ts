import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  utilityProcess,
  type Rectangle,
} from 'electron';
import { answerFrom } from './app-protocol.ts';
import { toService } from './fork-service.ts';
import { joinPages } from './join-page.ts';
import { guardNavigation } from './navigation.ts';
import { pageOf, type View } from './own-page.ts';
import { guardPermissions } from './permissions.ts';
import { reloadWhenGone } from './reload-page.ts';
import { keepService } from './service-keeper.ts';
import { intrusiveSwitch, shellArguments } from './shell-arguments.ts';
import { keepTravellerWindow } from './traveller-window.ts';
import { windowOptions } from './window-options.ts';

// The bundle lies in dist/app, the screens in dist/renderer.
const here = import.meta.dirname;
const { profile, service: serviceArguments } = shellArguments(
  process.argv.slice(app.isPackaged ? 1 : 2),
);
const intruder = intrusiveSwitch(process.argv);

protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  },
]);
app.enableSandbox();
// A profile's lock, cache and storage are its own: the demo runs beside a site.
app.setPath(
  'userData',
  join(app.getPath('appData'), `postern-${profile}-window`),
);
Menu.setApplicationMenu(null);

if (profile === 'site' && intruder !== undefined) {
  tell(`a site kiosk does not start with ${intruder}`);
  app.exit(2);
} else if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(open);
} else {
  app.quit();
}

function open(): void {
  guardPermissions(session.defaultSession);
  protocol.handle('app', (request) =>
    answerFrom(join(here, '..', 'renderer'), request),
  );
  powerSaveBlocker.start('prevent-display-sleep');

  const keeper = keepService({
    fork: () =>
      toService(
        utilityProcess.fork(join(here, 'child.mjs'), [...serviceArguments], {
          serviceName: 'Postern service',
        }),
      ),
    monoMs: () => performance.now(),
    after: (delayMs, work) => {
      const timer = setTimeout(work, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
    onUp: () => {
      pages.serviceIsUp();
    },
    onDown: (code, againInMs) => {
      tell(`the service ended (${code}); again in ${againInMs} ms`);
    },
  });
  const pages = joinPages(
    ipcMain,
    () => new MessageChannelMain(),
    keeper.running,
  );
  const openWindow = (
    view: View,
    place?: Partial<Rectangle>,
  ): BrowserWindow => {
    const opened = new BrowserWindow(
      windowOptions(profile, join(here, 'preload.cjs'), place),
    );
    pages.know(opened.webContents, view);
    reloadWhenGone(opened, tell);
    void opened.loadURL(pageOf(view));
    return opened;
  };

  const window = openWindow('guard');
  keepTravellerWindow(screen, window, (bounds) =>
    openWindow('traveller', bounds),
  );
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    void keeper.stop().then(() => {
      app.exit();
    });
  });
}

function tell(message: string): void {
  console.error(`postern: ${message}`);
}
