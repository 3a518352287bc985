import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nodeFlags } from '../../scripts/steps/node-flags.mjs';

const repository = join(import.meta.dirname, '..', '..');

/** A kiosk running as its own process, as a user would start it. */
export interface KioskProcess {
  /** The page with the token of this start in its fragment. */
  readonly url: string;
  readonly pid: number;
  /** Pulls the plug: SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>;
  /** Asks it to stop in order. */
  stop(): Promise<void>;
}

export interface KioskStart {
  readonly folder: string;
  readonly profile?: 'demo' | 'site';
  /** Another entry than kiosk/main.ts, for control builds. */
  readonly entry?: string;
  /** Put before node, e.g. a tracer. */
  readonly wrapper?: readonly string[];
  readonly renderer?: string;
  /** Further words of the command line. */
  readonly options?: readonly string[];
}

/** Starts a kiosk and resolves once it says it is ready; rejects with what it said instead. */
export async function startKioskProcess(
  start: KioskStart,
): Promise<KioskProcess> {
  const {
    folder,
    profile = 'site',
    entry = 'kiosk/main.ts',
    wrapper = [],
    options = [],
  } = start;
  const [command, ...args] = [
    ...wrapper,
    process.execPath,
    ...nodeFlags,
    join(repository, entry),
    `--${profile}`,
    '--data',
    folder,
    '--renderer',
    start.renderer ?? join(repository, 'dist', 'renderer'),
    ...options,
  ];
  if (command === undefined) throw new Error('nothing to start');
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: repository,
  });
  const { url, pid } = await readiness(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(pid, signal);
    await gone;
  };
  return { url, pid, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function readiness(
  child: ChildProcess,
): Promise<{ url: string; pid: number }> {
  const said: string[] = [];
  let pid = 0;
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('no pipes');
  stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  return await new Promise((ready, failed) => {
    child.once('exit', (code) => {
      failed(
        new Error(`the kiosk ended with ${String(code)}: ${said.join('')}`),
      );
    });
    createInterface({ input: stdout }).on('line', (line) => {
      said.push(`${line}\n`);
      const [word, value = ''] = line.split(' ');
      if (word === 'pid') pid = Number(value);
      if (word === 'ready') ready({ url: value, pid });
    });
  });
}
