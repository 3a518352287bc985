import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type StaffRow } from '#db';
import { systemClock } from '#kiosk/clock';
import { hashPin, prepareStaff } from '#kiosk/staff';
import { lockAfter } from '../../../kiosk/staff/lock.ts';
import { counted } from '../../counted.ts';

const kills = Number(process.env['POSTERN_PIN_KILLS'] ?? 20);
const dayMs = 86_400_000;

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postern-pins-'));
  const pinHash = await hashPin('90417263');
  withStore((store) => {
    prepareStaff(
      store,
      [{ name: 'Zhao', role: 'supervisor', pinHash }],
      systemClock(),
    );
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a wrong PIN', () => {
  test(
    `is counted whatever kills the kiosk, ${kills} times, and no restart, boot or clock shortens its lock`,
    { timeout: Math.max(300_000, kills * 15_000) },
    async () => {
      let answered = 0;
      let cutShort = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const before = kept();
        const said = await tryUntilKilled(kill);
        const [lockAtStart] = said.locks;
        // What the run found at its start is all of what the one before left.
        if (lockAtStart !== undefined)
          expect(lockAtStart).toBe(before.lockLeftMs);
        const after = kept();
        answered += said.answered;
        const counts = after.attempts - before.attempts;
        // Whoever kills it before the answer gets no try for nothing.
        expect(counts).toBeGreaterThanOrEqual(said.looking);
        expect(counts).toBeLessThanOrEqual(said.answered + 1);
        cutShort += counts - said.answered;
        const lock = lockAfter(after.attempts);
        expect(after.lockLeftMs).toBe(
          lock.kind === 'for-a-while' ? lock.ms : 0,
        );
        if (after.attempts >= 15) forgive();
      }
      expect(answered + cutShort).toBeGreaterThan(0);
      const inCheck = `${cutShort} of the kills within a check`;
      counted('pin', kills, `and ${answered} wrong PINs, ${inCheck}`);
    },
  );
});

/** Kills it at another moment each time: on its way up, within a check, between two. */
async function tryUntilKilled(kill: number): Promise<{
  readonly looking: number;
  readonly answered: number;
  readonly locks: readonly number[];
}> {
  const wallMs = Date.UTC(2027, 0, 1) + (kill % 3) * 400 * dayMs;
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'try-wrong-pins.ts'),
      folder,
      String(wallMs),
      `boot-${kill % 2}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines: string[] = [];
  const reading = createInterface({ input: child.stdout });
  const begun = new Promise<void>((resolve) => {
    reading.on('line', (line) => {
      lines.push(line);
      resolve();
    });
  });
  const ended = once(child, 'close');
  await Promise.race([begun, ended]);
  await new Promise((wait) => setTimeout(wait, (kill * 137) % 1400));
  child.kill('SIGKILL');
  await ended;
  expect(child.exitCode).toBeNull();
  return {
    looking: lines.filter((line) => line === 'looking').length,
    answered: lines.filter((line) => line === 'answered').length,
    locks: lines.flatMap((line) =>
      line.startsWith('lock ') ? [Number(line.slice(5))] : [],
    ),
  };
}

function kept(): StaffRow {
  return withStore(({ staff }) => {
    const [row] = staff.rows();
    if (row === undefined) throw new Error('nobody works here');
    return row;
  });
}

/** As another supervisor would, so that the next run has PINs to try. */
function forgive(): void {
  const row = kept();
  withStore(({ staff }) => {
    const door = { ...staff.door(), attempts: 0, lockLeftMs: 0 };
    staff.change({ people: [{ ...row, attempts: 0, lockLeftMs: 0 }], door });
  });
}

function withStore<T>(
  work: (
    store: Extract<ReturnType<typeof openStore>, { ok: true }>['value'],
  ) => T,
): T {
  const opened = openStore(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}
