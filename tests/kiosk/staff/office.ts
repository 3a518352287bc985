import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readHeader, type EntryBody } from '#core/log';
import type { HostReading, RootMetadata } from '#core/trust';
import { openStore, type Store } from '#db';
import { createTimekeeper } from '#kiosk/clock';
import type { CommandAnswer, Role, StaffCommand } from '#kiosk/contract';
import { sha256, signatures } from '#kiosk/crypto';
import { newId } from '#kiosk/lane';
import { openStaff, prepareStaff, type Desk, type Staff } from '#kiosk/staff';
import { rootOf } from './roots.ts';

export const pins = { zhao: '90417263', qian: '55081937', sun: '73920468' };

/** Of those PINs, as `hashPin` made them once. */
const pinHashes = {
  zhao: 'scrypt$17$8$1$g-03me4zhSID-lDb9RBvdg$N68vkZY1s1UwFYpfMM26oZagJcgbQBTPEQVp0Of-jgM',
  qian: 'scrypt$17$8$1$L7nKZlyRBdR7YUPsXG5r_g$HRaYVtgBXpNkLMLUP-gIjRVCVnCM_hQy9ggLmjcR4OE',
  sun: 'scrypt$17$8$1$l5U6dKsXfku-4onFrYa7nA$OqD-0OAfUVIYA_RPTDglxdaTzf9KB-z5KfASWxUeDUQ',
};

export const checkpointId = 'TEST-GATE';
const pinned = rootOf();

/** Staff on a store and a clock of the test's own: two supervisors, an auditor and two guards. */
export interface TestOffice {
  readonly folder: string;
  readonly clock: HostReading;
  staff(): Staff;
  store(): Store;
  id(name: string): string;
  /** Moves the monotonic clock, and the wall's with it. */
  pass(ms: number): void;
  /** Sets the wall clock alone. */
  setWall(ms: number): void;
  /** An update brought another root. */
  setRoot(next: RootMetadata): void;
  /** The process ends without a word and comes back, on this boot or the next. */
  crash(boot?: 'same-boot' | 'next-boot'): void;
  stop(): void;
  /** As so many wrong PINs of this person would have left it, their locks run out. */
  tried(name: string, attempts: number): void;
  desk(granted?: Role): TestDesk;
  /** What the log says of staff, oldest first. */
  log(): readonly EntryBody[];
}

export interface TestDesk {
  readonly desk: Desk;
  /** How often the screen was told to look again. */
  changes(): number;
  do(command: StaffCommand): Promise<CommandAnswer>;
}

export function openOffice(): TestOffice {
  const { zhao, qian, sun } = pinHashes;
  const folder = mkdtempSync(join(tmpdir(), 'postern-staff-'));
  onTestFinished(() => {
    staff.stop();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let clock: HostReading = {
    wallMs: Date.UTC(2027, 2, 1, 4),
    monoMs: 5_000_000,
    bootId: 'boot-1',
  };
  let root = pinned;
  let store = opened(folder);
  prepareStaff(
    store,
    [
      { name: 'Zhao', role: 'supervisor', pinHash: zhao },
      { name: 'Qian', role: 'supervisor', pinHash: qian },
      { name: 'Sun', role: 'auditor', pinHash: sun },
      { name: 'Li', role: 'guard', badge: 'BADGE-0001' },
      { name: 'Zhou', role: 'guard' },
    ],
    { read: () => clock },
  );
  const start = (): Staff => {
    const time = createTimekeeper(
      { read: () => clock },
      store.clock.memory(),
      () => undefined,
    );
    return openStaff({
      store: store.staff,
      root: () => root,
      signatures,
      sha256,
      checkpointId,
      now: time.now,
      sayTime: time.say,
      newId,
      recorded: () => undefined,
      warn: (message) => {
        throw new Error(message);
      },
    });
  };
  let staff = start();
  return {
    folder,
    get clock() {
      return clock;
    },
    staff: () => staff,
    store: () => store,
    id: (name) => {
      const found = staff.members().find((member) => member.name === name);
      return found?.id ?? randomUUID();
    },
    pass: (ms) => {
      clock = {
        ...clock,
        monoMs: clock.monoMs + ms,
        wallMs: clock.wallMs + ms,
      };
    },
    setWall: (wallMs) => {
      clock = { ...clock, wallMs };
    },
    setRoot: (next) => {
      root = next;
    },
    crash: (boot = 'same-boot') => {
      // Nothing is told: what the store holds is all that comes back.
      store.close();
      if (boot === 'next-boot')
        clock = { ...clock, monoMs: 1_000, bootId: randomUUID() };
      store = opened(folder);
      staff = start();
    },
    stop: () => {
      staff.stop();
      store.close();
      store = opened(folder);
      staff = start();
    },
    tried: (name, attempts) => {
      const row = store.staff.rows().find((each) => each.name === name);
      if (row === undefined) throw new Error(`nobody is called ${name}`);
      const door = store.staff.door();
      store.staff.change({
        people: [{ ...row, attempts: row.attempts + attempts }],
        door: { ...door, attempts: door.attempts + attempts },
      });
      staff.reread();
    },
    desk: (granted = 'guard') => {
      let changes = 0;
      const desk = staff.openDesk(granted, () => {
        changes += 1;
      });
      return {
        desk,
        changes: () => changes,
        do: (command) => desk.perform(command),
      };
    },
    log: () =>
      [...store.entries.walk(0)].flatMap(({ header }) => {
        const read = readHeader(header);
        return read.ok ? [read.value.body] : [];
      }),
  };
}

function opened(folder: string): Store {
  const store = openStore(folder);
  if (!store.ok) throw new Error(store.error.message);
  return store.value;
}
