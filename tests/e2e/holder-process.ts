import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(
  import.meta.dirname,
  '..',
  '..',
  'fixtures',
  'issuer',
  'main.ts',
);

/** `issuer holder …` running as its own process. */
export interface HolderProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it and resolves once it has printed the address of its page. */
export async function startHolder(
  ...options: readonly string[]
): Promise<HolderProcess> {
  const child = spawn(process.execPath, [main, 'holder', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const url = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(String),
    gone.then(() => {
      throw new Error('the holder ended before it was ready');
    }),
  ]);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
