import type { JSX, ReactNode } from 'react';
import {
  fill,
  type Badge,
  type Language,
  type ShownSubject,
  type ShownVerdict,
  type Words,
} from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { apart } from '../language/apart.ts';
import { Both, useBothText } from '../language/language.tsx';
import { badgeIcon, badgeWord } from './badge.ts';
import { readingsLine } from './degrees.ts';
import { Household } from './household.tsx';
import './person.css';

/** What stands right of the word, or nothing where nothing of the pass may be shown. */
export function asideFor({
  subject,
  badges,
  members,
  temperaturesDeci,
}: ShownVerdict): JSX.Element | undefined {
  if (subject === undefined && temperaturesDeci.length === 0) return undefined;
  if (subject !== undefined && members.length > 0) {
    return (
      <Person>
        <div className="household-whole">
          <p className="person-line">
            <Both of={(w, language) => describe(subject, w, language)} />
          </p>
          {temperaturesDeci.length > 0 && (
            <Temperatures temperaturesDeci={temperaturesDeci} />
          )}
        </div>
        <Household members={members} />
      </Person>
    );
  }
  return (
    <Person>
      {subject !== undefined && <Subject subject={subject} />}
      {temperaturesDeci.length > 0 && (
        <Temperatures temperaturesDeci={temperaturesDeci} />
      )}
      {badges.length > 0 && <Badges badges={badges} />}
    </Person>
  );
}

function Person({ children }: { readonly children: ReactNode }): JSX.Element {
  const bothText = useBothText();
  return (
    <section className="person" aria-label={bothText((w) => w.screen.person)}>
      {children}
    </section>
  );
}

/** Just enough to compare with an ID; the service has masked it already. */
function Subject({ subject }: { readonly subject: ShownSubject }): JSX.Element {
  const { maskedName, maskedDocument, birthYear } = subject;
  return (
    <>
      {maskedName !== undefined && (
        <p className="person-name" data-length={lengthOf(maskedName)}>
          {maskedName}
        </p>
      )}
      {(maskedDocument !== undefined || birthYear !== undefined) && (
        <p className="person-document">
          {maskedDocument !== undefined && (
            <span className="person-number">{maskedDocument}</span>
          )}
          {birthYear !== undefined && (
            <Both of={(w) => fill(w.screen.born, { year: birthYear })} />
          )}
        </p>
      )}
      <p className="person-line">
        <Both of={(w, language) => describe(subject, w, language)} />
      </p>
    </>
  );
}

/** Who issued it, in which form, for how many; a colour's label is the issuer's own word, as signed. */
function describe(
  { issuerZh, issuerEn, colourLabel, form, persons }: ShownSubject,
  { screen, forms }: Words,
  language: Language,
): string {
  return [
    language === 'zh' ? issuerZh : issuerEn,
    ...(colourLabel === undefined ? [] : [colourLabel]),
    forms[form],
    ...(persons > 1 ? [unbroken(fill(screen.persons, { n: persons }))] : []),
  ].join(apart);
}

/** A number stays with what it counts. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

function Temperatures({
  temperaturesDeci,
}: {
  readonly temperaturesDeci: readonly number[];
}): JSX.Element {
  const bothText = useBothText();
  return (
    <p className="person-temperature" data-many={temperaturesDeci.length > 1}>
      <Icon name="thermometer" label={bothText((w) => w.screen.temperature)} />
      {readingsLine(temperaturesDeci)}
      <span className="person-unit">°C</span>
    </p>
  );
}

function Badges({
  badges,
}: {
  readonly badges: readonly Badge[];
}): JSX.Element {
  return (
    <ul className="person-badges">
      {badges.map((badge) => (
        <li key={badge.kind} className="badge" data-state={badge.state}>
          <Icon name={badgeIcon(badge)} />
          <Both of={(w) => badgeWord(badge, w)} />
        </li>
      ))}
    </ul>
  );
}

/** Names of four characters stand large; longer ones step down rather than be cut. */
function lengthOf(name: string): 'short' | 'medium' | 'long' {
  const width = [...name].reduce(
    (sum, character) => sum + (character < '\u2E80' ? 0.55 : 1),
    0,
  );
  if (width <= 4.2) return 'short';
  return width <= 7 ? 'medium' : 'long';
}
