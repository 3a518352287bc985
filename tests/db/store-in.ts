import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StoreFailure } from '#core/log';
import type { Result } from '#core/result';
import { openStore, type Store, type StoreLimits } from '#db';

/** A folder of this test's own, gone when it ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postern-db-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A store that has to open, closed when the test ends. */
export function storeIn(folder: string, limits?: StoreLimits): Store {
  const store = valueOf(openStore(folder, limits));
  onTestFinished(() => {
    store.close();
  });
  return store;
}

export function valueOf<T>(result: Result<T, StoreFailure>): T {
  if (!result.ok) {
    throw new Error(`${result.error.code}: ${result.error.message}`);
  }
  return result.value;
}

/** Runs one of the programs beside the tests; killed when the test ends, if it has not. */
export function run(program: string, ...args: readonly string[]): ChildProcess {
  const file = join(import.meta.dirname, program);
  return start(process.execPath, [file, ...args]);
}

/** The same where no file may grow beyond so many blocks of 512 bytes: the system refuses the write. */
export function runUnderLimit(
  blocks: number,
  program: string,
  ...args: readonly string[]
): ChildProcess {
  const file = join(import.meta.dirname, program);
  const limited = `ulimit -f ${String(blocks)}; exec "$0" "$@"`;
  return start('sh', ['-c', limited, process.execPath, file, ...args]);
}

/** The lines a program wrote, once it has ended well. */
export async function linesOf(child: ChildProcess): Promise<readonly string[]> {
  const lines: string[] = [];
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the program ended with ${String(code)}`);
  return lines;
}

function start(command: string, args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}
