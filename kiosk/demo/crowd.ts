import { arrivals, type DemoPerson } from '#fixtures/demo';
import { simulatedScanner, simulatedThermometer } from '#fixtures/devices';
import type { GateView, Snapshot } from '#kiosk/contract';
import type { Service, ServiceClient } from '#kiosk/service';
import { createReturning } from './returning.ts';
import { guardFor } from './simulated-guard.ts';

/** People before the demo's devices. */
export interface Crowd {
  /** Lets one of them come now; false for an unknown id. The crowd then waits a while. */
  arrive(personId: string): boolean;
  /** Starts the coming and going, and lets a simulated guard resolve what nobody else does. */
  attend(service: Service): void;
  stop(): void;
}

const betweenPeopleMs = 3_000;
const afterVisitorMs = 30_000;
const room = { objectCenti: 2150, ambientCenti: 2100 };

/** What the people come to: the wires of scanner and thermometer, and the time (UTC). */
export interface Gateway {
  scan(bytes: Uint8Array): void;
  measure(bytes: Uint8Array): void;
  nowMs(): number;
}

export function startCrowd(
  people: readonly DemoPerson[],
  { scan, measure, nowMs }: Gateway,
): Crowd {
  const scanner = simulatedScanner(scan);
  const thermometer = simulatedThermometer(measure, room);
  const queue = arrivals(people, 1);
  const returning = createReturning(nowMs);
  let next: NodeJS.Timeout | undefined;
  let unsubscribe = (): void => undefined;
  let atTheGate: DemoPerson | undefined;
  let wasBusy = false;
  let wasHeld = false;
  let waitMs = betweenPeopleMs;
  let waitsAt: GateView['kind'] | undefined;

  const show = (person: DemoPerson, text: string): void => {
    atTheGate = person;
    wasHeld = false;
    void scanner.scan(text);
  };

  const come = (person: DemoPerson): void => {
    const text = person.text(nowMs());
    returning.shown(person, text);
    show(person, text);
  };

  const follow = (service: ServiceClient, { gate }: Snapshot): void => {
    const isBusy = gate.kind !== 'idle';
    if (wasBusy && !isBusy) atTheGate = undefined;
    wasBusy = isBusy;
    // Nobody of ours: someone at the screen has pasted a code, and is left the time to look.
    if (isBusy && atTheGate === undefined) waitMs = afterVisitorMs;
    wasHeld ||= gate.kind === 'hold';
    const isMeasured = gate.kind === 'need-temperature';
    thermometer.face(isMeasured ? bodyOf(atTheGate, wasHeld) : room);
    wait(service, gate.kind);
  };

  /** Counts from when the gate became so: what is published again meanwhile begins nothing anew. */
  const wait = (service: ServiceClient, kind: GateView['kind']): void => {
    if (kind === waitsAt) return;
    clearTimeout(next);
    waitsAt = kind;
    if (kind === 'idle') next = setTimeout(bringNext, waitMs);
    if (kind !== 'hold') return;
    next = setTimeout(
      () => {
        waitsAt = undefined;
        const { gate } = service.snapshot();
        if (gate.kind === 'hold') void service.command(guardFor(gate));
      },
      Math.max(waitMs, 2 * betweenPeopleMs),
    );
  };

  const bringNext = (): void => {
    waitsAt = undefined;
    waitMs = betweenPeopleMs;
    const back = returning.due();
    if (back === undefined) come(queue.next().value);
    else show(back.person, back.text);
  };

  return {
    arrive: (personId) => {
      const person = people.find(({ id }) => id === personId);
      if (person === undefined) return false;
      clearTimeout(next);
      waitsAt = undefined;
      waitMs = afterVisitorMs;
      come(person);
      return true;
    },
    attend: (service) => {
      const guard = service.connect('guard');
      unsubscribe = guard.subscribe((snapshot) => {
        follow(guard, snapshot);
      });
      follow(guard, guard.snapshot());
    },
    stop: () => {
      clearTimeout(next);
      unsubscribe();
      thermometer.stop();
    },
  };
}

/**
 * Whoever is asked for a temperature steps before the sensor; some have cooled down by their second
 * turn. Whoever pasted a code of their own is well.
 */
function bodyOf(
  person: DemoPerson | undefined,
  isSecondTurn: boolean,
): typeof room {
  if (person === undefined) return { ...room, objectCenti: 3650 };
  const { temperatureCenti: firstCenti, again } = person;
  const objectCenti = isSecondTurn
    ? (again?.temperatureCenti ?? firstCenti)
    : firstCenti;
  return objectCenti === undefined ? room : { ...room, objectCenti };
}
