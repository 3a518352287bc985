import { randomInt } from 'node:crypto';
import type { CommandAnswer, StaffCommand } from '#kiosk/contract';
import { forgiven } from './log-in.ts';
import { done, refusal, toStaffPerson, type Office } from './office.ts';
import { hashPin } from './pin.ts';
import { isRecoveryCode } from './recovery-code.ts';
import { isWeakPin } from './weak-pin.ts';

const mostWrongCodes = 10;

/** What the next code has to be signed for; made when it is first asked for, and kept. */
export function recoveryChallenge({ roster }: Office): string {
  const door = roster.door();
  if (door.challenge !== undefined) return door.challenge;
  const challenge = newChallenge();
  roster.commit({ door: { ...door, challenge, wrongCodes: 0 } });
  return challenge;
}

/** Gives a supervisor a new PIN and ends every lock; the code is used up with it. */
export async function recover(
  office: Office,
  { code, staffId, newPin }: Extract<StaffCommand, { kind: 'recover' }>,
): Promise<CommandAnswer> {
  const { roster, entry, dismiss, now } = office;
  const person = roster.find(staffId);
  if (person?.role !== 'supervisor') return refusal('staff.unknown');
  if (isWeakPin(newPin)) return refusal('staff.weak-pin');
  const { signatures, sha256, checkpointId } = office;
  const target = {
    root: office.root(),
    signatures,
    sha256,
    checkpointId,
    challenge: recoveryChallenge(office),
  };
  const who = toStaffPerson(person);
  if (!isRecoveryCode(code, target, now())) {
    roster.commit({
      entries: [entry({ action: 'recovery-failed', person: who })],
      door: afterWrongCode(office),
    });
    return refusal('staff.bad-code');
  }
  const pinHash = await hashPin(newPin);
  const change = forgiven(office, person);
  roster.commit({
    entries: [entry({ action: 'pin-recovered', person: who })],
    people: [{ ...change.people[0], pinHash }],
    door: { ...change.door, challenge: newChallenge(), wrongCodes: 0 },
  });
  dismiss(staffId, 'pin-reset');
  return done;
}

function afterWrongCode({ roster }: Office): ReturnType<typeof roster.door> {
  const door = roster.door();
  const wrongCodes = door.wrongCodes + 1;
  return wrongCodes < mostWrongCodes
    ? { ...door, wrongCodes }
    : { ...door, challenge: newChallenge(), wrongCodes: 0 };
}

/** Crockford's 32: nothing that is mistaken for something else when read out over a telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function newChallenge(): string {
  return `${fourLetters()}-${fourLetters()}`;
}

function fourLetters(): string {
  return Array.from({ length: 4 }, () =>
    alphabet.charAt(randomInt(alphabet.length)),
  ).join('');
}
