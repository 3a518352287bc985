import { personsOf, type Health, type Pass } from '#core/pass';
import { colourOf, type AuthenticPass, type Colour } from '#core/trust';
import { maskDocument, maskName } from './mask.ts';
import type { Subject } from './verdict.ts';

/** What may be shown of a genuine pass; of a household every name, and the strictest member's colour. */
export function subjectOf({ pass, issuer }: AuthenticPass): Subject {
  const persons = personsOf(pass);
  const decisive = persons
    .map((health) => ({ health, colour: colourOf(health, issuer) }))
    .reduce((a, b) => (severity(b.colour) > severity(a.colour) ? b : a));
  const label = decisive.health.colour?.label;
  return {
    maskedName: listed(persons.map(({ person }) => maskName(person.name))),
    ...documentsOf(persons),
    ...birthYearOf(pass),
    issuerId: issuer.id,
    issuerZh: issuer.nameZh,
    issuerEn: issuer.nameEn,
    ...(decisive.colour === undefined ? {} : { colour: decisive.colour }),
    ...(label === undefined ? {} : { colourLabel: label }),
    form: pass.form,
    persons: persons.length,
    members: [],
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

function birthYearOf(pass: Pass): Pick<Subject, 'birthYear'> {
  if (pass.kind === 'household') return {};
  const { birthYear } = pass.health.person;
  return birthYear === undefined ? {} : { birthYear };
}
