import { decodeCbor, encodeCbor, type CborValue } from '#core/cbor';
import type { Record } from '#core/gate';
import { personsOf, type Person } from '#core/pass';

/**
 * What a later trace needs and a guard does not: who it was, under which pass. Never the text of a
 * pass, which could be shown again, and nothing of anyone's health.
 */
export interface PersonalData {
  /** 16 bytes. */
  readonly passId: Uint8Array;
  /** One, or the members of a household, the guardian first. */
  readonly persons: readonly Person[];
}

/** The personal data behind an entry; only an authentic pass has any. */
export function personalDataOf(record: Record): PersonalData | undefined {
  if (record.kind !== 'scan') return undefined;
  const { checked } = record.scan;
  if (checked.kind !== 'authentic') return undefined;
  const { pass } = checked.authentic;
  return {
    passId: pass.passId,
    persons: personsOf(pass).map(({ person }) => person),
  };
}

/** The plaintext of a sealed blob. */
export function encodePersonalData(data: PersonalData): Uint8Array {
  return encodeCbor(
    new Map<number, CborValue>([
      [1, data.passId],
      [2, data.persons.map(encodePerson)],
    ]),
  );
}

/** Reads what `encodePersonalData` wrote; anything else is undefined. */
export function decodePersonalData(
  bytes: Uint8Array,
): PersonalData | undefined {
  const decoded = decodeCbor(bytes);
  if (!decoded.ok || !(decoded.value instanceof Map)) return undefined;
  const passId: unknown = decoded.value.get(1);
  const persons: unknown = decoded.value.get(2);
  if (!(passId instanceof Uint8Array) || !Array.isArray(persons)) {
    return undefined;
  }
  const named = persons.map(decodePerson);
  if (!named.every((person) => person !== undefined)) return undefined;
  return { passId, persons: named };
}

/** The keys of the pass format for a person (docs/pass-format.md, health key 2). */
function encodePerson(person: Person): CborValue {
  const fields: readonly (readonly [number, string | number | undefined])[] = [
    [1, person.name],
    [2, person.documentType],
    [3, person.documentNumber],
    [4, person.birthYear],
    [5, person.latinName],
  ];
  return new Map(
    fields.flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    ),
  );
}

function decodePerson(value: unknown): Person | undefined {
  if (!(value instanceof Map)) return undefined;
  const name: unknown = value.get(1);
  const documentType: unknown = value.get(2);
  const documentNumber: unknown = value.get(3);
  const birthYear: unknown = value.get(4);
  const latinName: unknown = value.get(5);
  if (typeof name !== 'string') return undefined;
  return {
    name,
    ...(isDocumentType(documentType) && { documentType }),
    ...(typeof documentNumber === 'string' && { documentNumber }),
    ...(typeof birthYear === 'number' && { birthYear }),
    ...(typeof latinName === 'string' && { latinName }),
  };
}

function isDocumentType(
  value: unknown,
): value is NonNullable<Person['documentType']> {
  return typeof value === 'number' && [1, 2, 3, 4, 5, 6, 7, 9].includes(value);
}
