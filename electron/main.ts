import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerSaveBlocker,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import { answerFrom } from './app-protocol.ts';
import { toService } from './fork-service.ts';
import { joinPage } from './join-page.ts';
import { guardNavigation } from './navigation.ts';
import { startPage } from './own-page.ts';
import { guardPermissions } from './permissions.ts';
import { keepService, restartDelayMs } from './service-keeper.ts';
import { intrusiveSwitch, shellArguments } from './shell-arguments.ts';
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
  console.error(`postern: a site kiosk does not start with ${intruder}`);
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

  const window = new BrowserWindow(
    windowOptions(profile, join(here, 'preload.cjs')),
  );
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
      page.serviceIsUp();
    },
    onDown: (code, againInMs) => {
      console.error(
        `postern: the service ended (${code}); again in ${againInMs} ms`,
      );
    },
  });
  const page = joinPage(
    window.webContents,
    ipcMain,
    () => new MessageChannelMain(),
    keeper.running,
  );

  let falls = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    console.error(`postern: the page ended (${reason})`);
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, restartDelayMs(falls));
    falls += 1;
  });
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
  void window.loadURL(startPage);
}
