import { words, type Session, type Snapshot } from '#kiosk/contract';
import type { Link } from '../connect/link.ts';
import { pressing, type Handled } from './hands.ts';
import { snapshotWith } from './snapshot.ts';
import { states } from './states.ts';

const { screen } = words.zh.staff;
const log = words.zh.log.screen;

const atDesk = pressing(screen['staff-area']);

const supervisor: Session = {
  kind: 'staff',
  staffId: '019ab000-0000-7000-8000-0000000000a1',
  name: '王敏',
  role: 'supervisor',
  idleLeftMs: 283_000,
  totalLeftMs: 6_240_000,
};

/** States that only a login leads to; drawn after a press, never by themselves. */
export const deskStates: Readonly<Record<string, Link>> = {
  supervisor: deskWith({}),
  'supervisor-hold': deskWith({ gate: gateOf('hold-fever') }),
  'supervisor-deny': deskWith({ gate: gateOf('deny-red') }),
  exporting: deskWith({
    jobs: [
      {
        id: '019ab000-0000-7000-8000-0000000000e1',
        kind: 'verify-chain',
        state: { kind: 'running', done: 4400, of: 10_425 },
      },
    ],
  }),
};

/** What the staff see. */
export const deskPictures: Readonly<Record<string, Handled>> = {
  'staff-log-in': { state: 'idle', deeds: atDesk },
  'staff-pin': { state: 'idle', deeds: [...atDesk, ...pressing('王敏')] },
  'staff-recover': {
    state: 'idle',
    deeds: [...atDesk, ...pressing(screen.recover)],
  },
  'staff-log': { state: 'supervisor', deeds: atDesk },
  'staff-log-entry': {
    state: 'supervisor',
    deeds: [...atDesk, ...pressing('10422')],
  },
  'staff-log-proof': { state: 'exporting', deeds: atDesk },
  'staff-export': {
    state: 'supervisor',
    deeds: [...atDesk, ...pressing(log.export)],
  },
  'staff-people': {
    state: 'supervisor',
    deeds: [...atDesk, ...pressing(screen.people)],
  },
  'staff-add-person': {
    state: 'supervisor',
    deeds: [...atDesk, ...pressing(screen.people, screen['add-person'])],
  },
  'staff-own-pin': {
    state: 'supervisor',
    deeds: [...atDesk, ...pressing(screen['own-pin'])],
  },
  'staff-hold': {
    state: 'supervisor-hold',
    deeds: [...atDesk, ...pressing(screen.people)],
  },
  'staff-deny': {
    state: 'supervisor-deny',
    deeds: [...atDesk, ...pressing(screen.people)],
  },
  shift: {
    state: 'idle',
    deeds: pressing(words.zh.display.screen['start-shift']),
  },
};

function deskWith(differing: Partial<Snapshot>): Link {
  return {
    kind: 'live',
    snapshot: snapshotWith({ session: supervisor, ...differing }),
    atMs: 0,
  };
}

function gateOf(state: string): Snapshot['gate'] {
  const link = states[state];
  return link?.kind === 'live' ? link.snapshot.gate : { kind: 'idle' };
}
