import { chmod } from 'node:fs/promises';
import { serialTransport, TransportError } from '#native';

/** Run as a program: tries to open the port in its argument as a user who may not. */
const path = process.argv[2] ?? '';
const open = (at: string): Promise<string> =>
  serialTransport(at, 9600)
    .open({ bytes: () => {}, gone: () => {} })
    .then(
      () => 'opened',
      (error: unknown) => {
        if (error instanceof TransportError) return error.code;
        throw error;
      },
    );

// Loads the driver while every file of it can still be read.
await open(`${path}.missing`);
await chmod(path, 0);
if (process.getuid?.() === 0) process.seteuid?.(65_534);
process.stdout.write(await open(path));
