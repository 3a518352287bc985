import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Why tests on pseudo-terminals cannot run here; undefined where they must. */
export const noPtyBecause: string | undefined =
  process.platform === 'win32'
    ? 'skipped on Windows: it has no pseudo-terminals'
    : undefined;

/** A serial cable: what is written to the device's end arrives at the kiosk's. */
export interface PtyPair {
  /** The path the kiosk opens; the same after a replug, as a udev link is. */
  readonly kioskPath: string;
  /** The other end, for `printf … > path` and for `write`. */
  readonly devicePath: string;
  /** Resolves when the system has taken the bytes; one write follows the other. */
  readonly write: (bytes: Uint8Array | string) => Promise<void>;
  /** Pulls the cable: both ends vanish. */
  readonly unplug: () => Promise<void>;
  readonly replug: () => Promise<void>;
  /** Pulls the cable and removes its folder. */
  readonly remove: () => Promise<void>;
}

/** A pair of pseudo-terminals made by socat in a folder of its own, plugged in unless asked not to. */
export async function openPtyPair({ isPlugged = true } = {}): Promise<PtyPair> {
  const folder = await mkdtemp(join(tmpdir(), 'pty-'));
  const kioskPath = join(folder, 'kiosk');
  const devicePath = join(folder, 'device');
  let socat: ChildProcess | undefined;
  let written = Promise.resolve();

  const replug = async (): Promise<void> => {
    socat = await startSocat(kioskPath, devicePath);
  };
  const unplug = async (): Promise<void> => {
    const running = socat;
    socat = undefined;
    if (running !== undefined) await kill(running);
  };

  if (isPlugged) await replug();
  return {
    kioskPath,
    devicePath,
    write(bytes) {
      written = written.then(() => appendFile(devicePath, bytes));
      return written;
    },
    unplug,
    replug,
    async remove() {
      await unplug();
      await rm(folder, { recursive: true });
    },
  };
}

async function startSocat(
  kioskPath: string,
  devicePath: string,
): Promise<ChildProcess> {
  const ends = [kioskPath, devicePath].map(
    (path) => `pty,raw,echo=0,link=${path}`,
  );
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: 'ignore' });
  // Rejects with the reason when there is no socat.
  await once(socat, 'spawn');
  while (!existsSync(kioskPath) || !existsSync(devicePath)) {
    if (socat.exitCode !== null)
      throw new Error(`socat ended with ${socat.exitCode}`);
    await wait(5);
  }
  return socat;
}

async function kill(socat: ChildProcess): Promise<void> {
  if (socat.exitCode !== null) return;
  const exited = once(socat, 'exit');
  socat.kill();
  await exited;
}
