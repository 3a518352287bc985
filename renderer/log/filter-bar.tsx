import { useId, type JSX, type ReactNode } from 'react';
import type { ReasonCode } from '#kiosk/contract';
import { words } from '#kiosk/contract';
import { Both, useBothText, type Say } from '../language/language.tsx';
import { whens, type FilterChoice } from './filter-choice.ts';
import { sayOutcome } from './say-code.ts';

/** What narrows the table; every change counts at once. */
export function FilterBar({
  choice,
  issuers,
  onChange,
}: {
  readonly choice: FilterChoice;
  readonly issuers: readonly string[];
  readonly onChange: (choice: FilterChoice) => void;
}): JSX.Element {
  const bothText = useBothText();
  const change = (part: Partial<FilterChoice>): void => {
    onChange({ ...choice, ...part });
  };
  return (
    <>
      <div
        className="log-filters"
        role="group"
        aria-label={bothText((w) => w.log.screen.filters)}
      >
        <div
          className="log-when"
          role="radiogroup"
          aria-label={bothText((w) => w.log.screen.when)}
        >
          {whens.map((when) => (
            <button
              key={when}
              type="button"
              role="radio"
              className="log-chip"
              aria-checked={choice.when === when}
              onClick={() => {
                change({ when });
              }}
            >
              <Both of={(w) => w.log.screen[when]} />
            </button>
          ))}
        </div>
        <Select
          says={(w) => w.log.screen.kind}
          value={choice.kind}
          options={keysOf(words.zh.log.kinds).map((kind) => ({
            value: kind,
            says: (w) => w.log.kinds[kind],
          }))}
          onChange={(kind) => {
            change({ kind });
          }}
        />
        <Select
          says={(w) => w.log.screen.outcome}
          value={choice.outcome}
          options={(['admit', 'hold', 'deny', 'none'] as const).map(
            (outcome) => ({
              value: outcome,
              says: (w) => sayOutcome(w, outcome),
            }),
          )}
          onChange={(outcome) => {
            change({ outcome });
          }}
        />
        <Select<ReasonCode>
          says={(w) => w.log.screen.reason}
          value={choice.reason}
          options={keysOf(words.zh.reasons).map((reason) => ({
            value: reason,
            says: (w) => w.reasons[reason].guard,
          }))}
          onChange={(reason) => {
            change({ reason });
          }}
        />
        <Select
          says={(w) => w.log.screen.issuer}
          value={choice.issuer}
          options={issuers.map((issuer) => ({
            value: issuer,
            says: () => issuer,
          }))}
          onChange={(issuer) => {
            change({ issuer });
          }}
        />
      </div>
      {choice.when === 'custom' && (
        <div className="log-moments">
          <Moment
            says={(w) => w.log.screen.from}
            value={choice.from}
            onChange={(from) => {
              change({ from });
            }}
          />
          <Moment
            says={(w) => w.log.screen.until}
            value={choice.until}
            onChange={(until) => {
              change({ until });
            }}
          />
        </div>
      )}
    </>
  );
}

function Select<Value extends string>({
  says,
  value,
  options,
  onChange,
}: {
  readonly says: Say;
  readonly value: Value | '';
  readonly options: readonly {
    readonly value: Value;
    readonly says: Say;
  }[];
  readonly onChange: (value: Value | '') => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <Labelled says={says}>
      {(id) => (
        <select
          id={id}
          className="log-field"
          value={value}
          onChange={(event) => {
            const chosen = event.target.value;
            onChange(
              options.find((option) => option.value === chosen)?.value ?? '',
            );
          }}
        >
          <option value="">{bothText((w) => w.log.screen.any)}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {once(bothText(option.says))}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

function Moment({
  says,
  value,
  onChange,
}: {
  readonly says: Say;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  return (
    <Labelled says={says}>
      {(id) => (
        <input
          id={id}
          className="log-field"
          type="datetime-local"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Labelled>
  );
}

function Labelled({
  says,
  children,
}: {
  readonly says: Say;
  readonly children: (id: string) => ReactNode;
}): JSX.Element {
  const id = useId();
  return (
    <div className="log-labelled">
      <label className="log-label" htmlFor={id}>
        <Both of={says} />
      </label>
      {children(id)}
    </div>
  );
}

/** An id is the same in both languages and said once. */
function once(text: string): string {
  const [one = '', other = ''] = text.split(' ');
  return one === other && text.split(' ').length === 2 ? one : text;
}

/** The keys of a record that has exactly those of its type. */
function keysOf<Key extends string>(
  record: Readonly<Record<Key, unknown>>,
): readonly Key[] {
  return Object.keys(record) as Key[];
}
