import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FoundPort } from '#kiosk/contract';

/** Where the system is asked; a test has folders of its own in the place of these. */
export interface PortSources {
  /** `/dev` */
  readonly devices: string;
  /** `/sys/class/tty` */
  readonly kernel: string;
  /** What the driver knows; it rejects where the system's own tool for it is missing. */
  list(): Promise<readonly KnownPort[]>;
}

/** What of a listed port is used; the words are the maker's, from the device itself. */
export interface KnownPort {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly friendlyName?: string | undefined;
}

/**
 * The serial ports there are, each by the path that stays the same over a replug where the system
 * has one. A port that nobody lists can still be typed by hand.
 */
export async function findPorts(
  sources: PortSources = system,
): Promise<readonly FoundPort[]> {
  const known = await knownPorts(sources);
  const lasting = await lastingPaths(join(sources.devices, 'serial', 'by-id'));
  return known
    .map(({ path, label }) => ({
      path: lasting.get(path) ?? path,
      ...(label !== undefined && { label }),
    }))
    .toSorted((a, b) => a.path.localeCompare(b.path, 'en'));
}

const system: PortSources = {
  devices: '/dev',
  kernel: '/sys/class/tty',
  list: async () => {
    const { SerialPort } = await import('serialport');
    return SerialPort.list();
  },
};

async function knownPorts({
  devices,
  kernel,
  list,
}: PortSources): Promise<readonly FoundPort[]> {
  const listed = new Map<string, FoundPort>();
  for (const name of await namesIn(devices)) {
    if (/^tty(USB|ACM)\d+$/.test(name)) {
      const path = join(devices, name);
      listed.set(path, { path });
    }
  }
  const told = await list().catch((error: unknown) => {
    // No udevadm, or no driver for this machine: the folder above is all there is.
    if (error instanceof Error) return [];
    throw error;
  });
  for (const { path, friendlyName, manufacturer } of told) {
    if (!(await isFitted(path, kernel))) continue;
    const label = (friendlyName ?? manufacturer)?.slice(0, 80);
    listed.set(path, { path, ...(label !== undefined && { label }) });
  }
  return [...listed.values()];
}

/** Linux lists ports of the main board whether they exist or not; type 0 is a port without a chip. */
async function isFitted(path: string, kernel: string): Promise<boolean> {
  const name = basename(path);
  if (!/^ttyS\d+$/.test(name)) return true;
  const type = await textIn(join(kernel, name, 'type'));
  return type !== undefined && type.trim() !== '0';
}

/** From what the kernel calls a port to its path by maker and serial number. */
async function lastingPaths(
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const links = await Promise.all(
    (await namesIn(folder)).map(async (name) => {
      const link = join(folder, name);
      return [await targetOf(link), link] as const;
    }),
  );
  return new Map(links);
}

/** A link whose device was pulled this very moment leads nowhere and stands for itself. */
async function targetOf(link: string): Promise<string> {
  try {
    return await realpath(link);
  } catch (error) {
    if (isMissing(error)) return link;
    throw error;
  }
}

async function textIn(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
