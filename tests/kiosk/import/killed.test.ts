import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readHeader, verifyChain } from '#core/log';
import { openStore, type Store } from '#db';
import { sha256 } from '#kiosk/crypto';
import { counted } from '../../counted.ts';
import { newFolder, valueOf } from '../../db/store-in.ts';
import { trustIn } from '../trust/trust-in.ts';
import { deadKid } from './killing.ts';

const kills = Number(process.env['POSTERN_IMPORT_KILLS'] ?? 6);

/** Spread over reading, judging and writing; where a kill lands is the machine's affair. */
const spreadMs = 600;

describe('an import killed with -9', () => {
  it(
    `is done or not begun, ${kills} times, and everyone who died stays dead`,
    { timeout: Math.max(120_000, kills * 15_000) },
    async () => {
      const folder = newFolder();
      let last = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const how = kill % 2 === 0 ? 'job' : 'at-once';
        const acknowledged = await importAndKill(
          folder,
          how,
          (kill * 0.618 * spreadMs) % spreadMs,
        );
        const store = valueOf(openStore(folder));
        const held = trustIn(folder, store).held();
        const version = held?.content.version ?? 0;
        expect(version).toBeGreaterThanOrEqual(Math.max(last, acknowledged));
        expect(importsIn(store)).toEqual(upTo(version));
        expect(upTo(version).map(deadKid).filter(lives)).toEqual([]);
        expect(verifyChain(store.entries.walk(0), sha256)).not.toHaveProperty(
          'brokenAtSeq',
        );
        store.close();
        last = version;

        function lives(kid: string): boolean {
          return held?.trust.isKilled(kid) !== true;
        }
      }
      expect(last).toBeGreaterThan(0);
      counted('imports', kills, `and ${last} bundles taken, none by halves`);
    },
  );
});

/** The last version the program acknowledged, if any, before it was killed so long after it began. */
async function importAndKill(
  folder: string,
  how: 'job' | 'at-once',
  afterMs: number,
): Promise<number> {
  const program = join(import.meta.dirname, 'import-until-killed.ts');
  const child = spawn(process.execPath, [program, folder, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const closed = once(child, 'close');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(child.stdout, 'data');
  await wait(afterMs);
  child.kill('SIGKILL');
  const [, signal] = (await closed) as [unknown, string];
  expect(signal).toBe('SIGKILL');
  // Of whole lines only: a torn one was not acknowledged.
  return Number(text.split('\n').at(-2)) || 0;
}

/** The versions that the log says were taken, in its order. */
function importsIn(store: Store): readonly unknown[] {
  return [...store.entries.walk(0)].map(({ header }) => {
    const read = readHeader(header);
    return read.ok ? read.value.body['version'] : undefined;
  });
}

function upTo(version: number): readonly number[] {
  return Array.from({ length: version }, (_, index) => index + 1);
}
