import { arrivals, type DemoPerson } from '#fixtures/demo';
import { simulatedScanner, simulatedThermometer } from '#fixtures/devices';
import type { Snapshot } from '#kiosk/contract';
import type { Service, ServiceClient } from '#kiosk/service';
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

/** `scan` and `measure` are the wires of the scanner and the thermometer. */
export function startCrowd(
  people: readonly DemoPerson[],
  scan: (bytes: Uint8Array) => void,
  measure: (bytes: Uint8Array) => void,
): Crowd {
  const scanner = simulatedScanner(scan);
  const thermometer = simulatedThermometer(measure, room);
  const queue = arrivals(people, 1);
  let next: NodeJS.Timeout | undefined;
  let unsubscribe = (): void => undefined;
  let atTheGate: DemoPerson | undefined;
  let wasHeld = false;
  let waitMs = betweenPeopleMs;

  const come = (person: DemoPerson): void => {
    atTheGate = person;
    wasHeld = false;
    void scanner.scan(person.text);
  };

  const follow = (service: ServiceClient, { gate }: Snapshot): void => {
    wasHeld ||= gate.kind === 'hold';
    const isMeasured = gate.kind === 'need-temperature';
    thermometer.face(isMeasured ? bodyOf(atTheGate, wasHeld) : room);
    clearTimeout(next);
    if (gate.kind === 'idle') {
      next = setTimeout(() => {
        waitMs = betweenPeopleMs;
        come(queue.next().value);
      }, waitMs);
      return;
    }
    if (gate.kind !== 'hold') return;
    next = setTimeout(
      () => {
        void service.command(guardFor(gate));
      },
      Math.max(waitMs, 2 * betweenPeopleMs),
    );
  };

  return {
    arrive: (personId) => {
      const person = people.find(({ id }) => id === personId);
      if (person === undefined) return false;
      clearTimeout(next);
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

/** Whoever is asked for a temperature steps before the sensor; some have cooled down by their second turn. */
function bodyOf(
  person: DemoPerson | undefined,
  isSecondTurn: boolean,
): typeof room {
  const { temperatureCenti: firstCenti, again } = person ?? {};
  const objectCenti = isSecondTurn
    ? (again?.temperatureCenti ?? firstCenti)
    : firstCenti;
  return objectCenti === undefined ? room : { ...room, objectCenti };
}
