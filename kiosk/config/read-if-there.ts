import { readFileSync } from 'node:fs';

/** The bytes of a file, or undefined where there is none; any other trouble is thrown. */
export function readIfThere(file: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return undefined;
    throw error;
  }
}
