import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, existsSync } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
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
  /**
   * Resolves when the system has taken the bytes; one write follows the other.
   * What is written while the cable is out, or is pulled, is lost, as on a real one.
   */
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
  let cable: Cable | undefined;
  let written = Promise.resolve();

  const replug = async (): Promise<void> => {
    cable = await plugIn(kioskPath, devicePath);
  };
  const unplug = async (): Promise<void> => {
    const plugged = cable;
    cable = undefined;
    if (plugged !== undefined) await pull(plugged);
  };
  const send = async (bytes: Uint8Array | string): Promise<void> => {
    const used = cable;
    try {
      await used?.device.appendFile(bytes);
    } catch (error) {
      if (used === cable) throw error;
    }
  };

  if (isPlugged) await replug();
  return {
    kioskPath,
    devicePath,
    write(bytes) {
      written = written.then(() => send(bytes));
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

interface Cable {
  readonly socat: ChildProcess;
  readonly device: FileHandle;
}

async function plugIn(kioskPath: string, devicePath: string): Promise<Cable> {
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
  const { O_WRONLY, O_NOCTTY } = constants;
  return { socat, device: await open(devicePath, O_WRONLY | O_NOCTTY) };
}

async function pull({ socat, device }: Cable): Promise<void> {
  if (socat.exitCode === null) {
    const exited = once(socat, 'exit');
    socat.kill();
    await exited;
  }
  await device.close();
}
