import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import { openStore } from '#db';
import { createTimekeeper } from '#kiosk/clock';
import { sha256, signatures } from '#kiosk/crypto';
import { openStaff } from '#kiosk/staff';

/**
 * Tries wrong PINs until it is killed. `looking` is said once a PIN is being looked at, `answered` after.
 * Its clock is a fiction: the wall stands where the parent put it, and the monotonic one jumps over locks.
 */
const [folder = '', wallMs = '0', bootId = ''] = process.argv.slice(2);
const opened = openStore(folder);
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;
let monoMs = 1_000;
const clock = { read: () => ({ wallMs: Number(wallMs), monoMs, bootId }) };
const time = createTimekeeper(clock, store.clock.memory(), () => undefined);
const staff = openStaff({
  store: store.staff,
  root: () => {
    throw new Error('nobody comes with a recovery code');
  },
  signatures,
  sha256,
  checkpointId: 'TEST-GATE',
  sayTime: time.say,
  now: time.now,
  newId: () => v7(),
  recorded: () => undefined,
  warn: (message) => {
    throw new Error(message);
  },
});
const desk = staff.openDesk('guard', () => undefined);

for (;;) {
  const [member] = staff.members();
  if (member === undefined) throw new Error('nobody works here');
  if (member.lock?.kind === 'until-recovered') break;
  say(`lock ${String(member.lock?.leftMs ?? 0)}`);
  monoMs += member.lock?.leftMs ?? 0;
  const answering = desk.perform({
    kind: 'log-in',
    staffId: member.id,
    pin: '00000001',
  });
  await new Promise(setImmediate);
  say('looking');
  const answer = await answering;
  if (answer.ok || answer.error !== 'staff.wrong-pin')
    throw new Error(JSON.stringify(answer));
  say('answered');
}
say('closed');
setInterval(() => undefined, 60_000);

/** On its way before the next line runs: nothing is buffered when the plug is pulled. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
