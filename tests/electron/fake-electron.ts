import { EventEmitter } from 'node:events';

type AnswerRequest = (request: {
  method: string;
  url: string;
}) => Promise<Response>;

/** What a test sees of the stand-in. */
export interface FakeElectron {
  /** Calls in the order they were made, each as one line. */
  readonly calls: readonly string[];
  readonly windows: readonly FakeWindow[];
  readonly services: readonly FakeService[];
  readonly channels: readonly object[];
  readonly schemes: ReadonlyMap<string, AnswerRequest>;
  readonly session: FakeSession;
  readonly app: EventEmitter;
  readonly ipcMain: EventEmitter;
  readonly screen: FakeScreen;
  /** Another instance holds the lock from now on. */
  takeLock(): void;
  /** Electron says that it is ready; the shell's own steps then run. */
  becomeReady(): Promise<void>;
  /** What `import 'electron'` gives. */
  readonly module: object;
}

/**
 * Stands in for the `electron` module, which needs a program that is not everywhere. It records what
 * the shell does with it and lets a test play Electron's part; it decides nothing.
 */
export function createFakeElectron(): FakeElectron {
  const calls: string[] = [];
  const windows: FakeWindow[] = [];
  const services: FakeService[] = [];
  const channels: FakeChannel[] = [];
  const schemes = new Map<string, AnswerRequest>();
  const session = createSession();
  const ipcMain = new EventEmitter();
  const screen = new FakeScreen();
  let hasLock = true;
  let whenReady = (): void => undefined;

  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    enableSandbox: () => calls.push('app.enableSandbox'),
    getPath: (name: string) => `/${name}`,
    setPath: (name: string, path: string) =>
      calls.push(`app.setPath ${name} ${path}`),
    requestSingleInstanceLock: () => {
      calls.push('app.requestSingleInstanceLock');
      return hasLock;
    },
    whenReady: () =>
      new Promise<void>((resolve) => {
        whenReady = resolve;
      }),
    quit: () => calls.push('app.quit'),
    exit: (code?: number) =>
      calls.push(code === undefined ? 'app.exit' : `app.exit ${code}`),
  });

  return {
    calls,
    windows,
    services,
    channels,
    schemes,
    session,
    app,
    ipcMain,
    screen,
    takeLock: () => {
      hasLock = false;
    },
    becomeReady: async () => {
      whenReady();
      await Promise.resolve();
    },
    module: {
      app,
      BrowserWindow: class extends FakeWindow {
        constructor(options: object) {
          super(options);
          windows.push(this);
          app.emit('web-contents-created', {}, this.webContents);
        }
      },
      ipcMain,
      Menu: {
        setApplicationMenu: (menu: unknown) =>
          calls.push(`Menu ${String(menu)}`),
      },
      MessageChannelMain: class extends FakeChannel {
        constructor() {
          super(channels.length + 1);
          channels.push(this);
        }
      },
      powerSaveBlocker: {
        start: (kind: string) => calls.push(`powerSaveBlocker ${kind}`),
      },
      protocol: {
        registerSchemesAsPrivileged: (given: readonly object[]) =>
          calls.push(`protocol ${JSON.stringify(given)}`),
        handle: (scheme: string, answer: AnswerRequest) =>
          schemes.set(scheme, answer),
      },
      screen,
      session: { defaultSession: session },
      utilityProcess: {
        fork: (...args: [string, string[], object]) => {
          const service = new FakeService(args);
          services.push(service);
          return service;
        },
      },
    },
  };
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  focused = 0;
  readonly options: object;
  constructor(options: object) {
    super();
    this.options = options;
  }
  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }
  isMinimized(): boolean {
    return false;
  }
  focus(): void {
    this.focused += 1;
  }
  getBounds(): object {
    return this.options;
  }
  /** By the shell or, in a test, by a person. */
  destroy(): void {
    this.webContents.destroy();
    this.emit('closed');
  }
}

interface FakeDisplay {
  readonly id: number;
  readonly bounds: { x: number; y: number; width: number; height: number };
}

/** Displays side by side; the guard's window is on the first. */
class FakeScreen extends EventEmitter {
  #displays: readonly FakeDisplay[] = [displayNumber(1)];
  /** Plugs displays in and out, and tells of it as Electron does. */
  set(event: string, displays: readonly FakeDisplay[]): void {
    this.#displays = displays;
    this.emit(event);
  }
  getAllDisplays(): readonly FakeDisplay[] {
    return this.#displays;
  }
  getDisplayMatching(): FakeDisplay | undefined {
    return this.#displays[0];
  }
}

export function displayNumber(id: number): FakeDisplay {
  return {
    id,
    bounds: { x: 1920 * (id - 1), y: 0, width: 1920, height: 1080 },
  };
}

class FakeContents extends EventEmitter {
  readonly posted: { channel: string; message: unknown; ports: unknown[] }[] =
    [];
  reloads = 0;
  openHandler: (() => { action: string }) | undefined;
  #isDestroyed = false;
  postMessage(channel: string, message: unknown, ports: unknown[]): void {
    this.posted.push({ channel, message, ports });
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  destroy(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }
  reload(): void {
    this.reloads += 1;
  }
  /** Whether a handler of the event prevented it. */
  prevents(event: string, url: string): boolean {
    let isPrevented = false;
    const details = {
      url,
      preventDefault: () => {
        isPrevented = true;
      },
    };
    this.emit(event, details, url);
    return isPrevented;
  }
}

class FakeService extends EventEmitter {
  readonly posted: { message: unknown; ports: unknown }[] = [];
  readonly args: readonly [string, readonly string[], object];
  constructor(args: readonly [string, readonly string[], object]) {
    super();
    this.args = args;
  }
  postMessage(message: unknown, ports?: unknown[]): void {
    this.posted.push({ message, ports });
  }
}

class FakeChannel {
  readonly port1: string;
  readonly port2: string;
  constructor(number: number) {
    this.port1 = `service end ${number}`;
    this.port2 = `page end ${number}`;
  }
}

type Asked = (
  contents: unknown,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: object,
) => void;
type Checked = (
  contents: unknown,
  permission: string,
  origin: string,
  details: object,
) => boolean;

interface FakeSession extends EventEmitter {
  readonly handlers: {
    asked?: Asked;
    checked?: Checked;
    device?: () => boolean;
  };
}

function createSession(): FakeSession {
  const handlers: FakeSession['handlers'] = {};
  return Object.assign(new EventEmitter(), {
    handlers,
    setPermissionRequestHandler: (handler: Asked) => {
      handlers.asked = handler;
    },
    setPermissionCheckHandler: (handler: Checked) => {
      handlers.checked = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      handlers.device = handler;
    },
  });
}
