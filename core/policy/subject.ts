import { personsOf, type Health } from '#core/pass';
import { colourOf, type Colour, type Issuer } from '#core/trust';
import { maskDocument, maskName } from './mask.ts';
import type { Known } from './objections.ts';
import type { MemberVerdict, Subject } from './verdict.ts';

/** What may be shown of a genuine pass; of a household every name, and the strictest member's colour. */
export function subjectOf(
  { authentic: { pass, issuer } }: Known,
  members: readonly MemberVerdict[],
): Subject {
  const persons = personsOf(pass);
  const decisive = persons.reduce((a, b) =>
    severity(colourOf(b, issuer)) > severity(colourOf(a, issuer)) ? b : a,
  );
  return {
    maskedName: listed(persons.map(({ person }) => maskName(person.name))),
    ...documentsOf(persons),
    ...(pass.kind === 'single' && birthYearOf(pass.health.person)),
    issuerId: issuer.id,
    issuerZh: issuer.nameZh,
    issuerEn: issuer.nameEn,
    ...colourShown(decisive, issuer),
    form: pass.form,
    persons: persons.length,
    members,
  };
}

/** What may be shown of one person by themselves. */
export function personShown(
  health: Health,
  issuer: Issuer,
): Omit<MemberVerdict, 'outcome' | 'reasons' | 'badges'> {
  const { person } = health;
  const { documentNumber } = person;
  return {
    maskedName: maskName(person.name),
    ...(documentNumber !== undefined && {
      maskedDocument: maskDocument(documentNumber),
    }),
    ...birthYearOf(person),
    ...colourShown(health, issuer),
  };
}

/** The colour as the issuer's map has it, and the issuer's own word for it. */
function colourShown(
  health: Health,
  issuer: Issuer,
): Pick<Subject, 'colour' | 'colourLabel'> {
  const colour = colourOf(health, issuer);
  const label = health.colour?.label;
  return {
    ...(colour !== undefined && { colour }),
    ...(label !== undefined && { colourLabel: label }),
  };
}

/** Unconfirmed counts above green: never green while a proof is missing. */
function severity(colour: Colour | undefined): number {
  switch (colour) {
    case 'green':
      return 0;
    case undefined:
      return 1;
    case 'yellow':
      return 2;
    case 'red':
      return 3;
  }
}

/** Of a household in its order, a dash for whoever has no document, so that names line up. */
function documentsOf(
  persons: readonly Health[],
): Pick<Subject, 'maskedDocument'> {
  const shown = persons.map(({ person: { documentNumber } }) =>
    documentNumber === undefined ? undefined : maskDocument(documentNumber),
  );
  return shown.every((document) => document === undefined)
    ? {}
    : { maskedDocument: listed(shown.map((document) => document ?? '—')) };
}

function listed(shown: readonly string[]): string {
  return shown.join('、');
}

function birthYearOf({
  birthYear,
}: Health['person']): Pick<Subject, 'birthYear'> {
  return birthYear === undefined ? {} : { birthYear };
}
