import { useId, type JSX } from 'react';
import { useBothText, type Say } from '../language/language.tsx';
import { Said } from './said.tsx';

export interface Card<Value extends string> {
  readonly value: Value;
  readonly says: Say;
  readonly hint?: Say;
}

/** One of several, each a button as large as a glove; arrow keys move between them. */
export function Cards<Value extends string>({
  says,
  cards,
  chosen,
  onChoose,
  columns = 2,
}: {
  /** Names the group for whoever does not see it. */
  readonly says: Say;
  readonly cards: readonly Card<Value>[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly columns?: 1 | 2 | 4;
}): JSX.Element {
  const name = useId();
  const bothText = useBothText();
  return (
    <div
      className="setup-cards"
      role="radiogroup"
      aria-label={bothText(says)}
      data-columns={columns}
    >
      {cards.map((card) => (
        <label key={card.value} className="setup-card">
          <input
            type="radio"
            className="setup-radio"
            name={name}
            value={card.value}
            checked={chosen === card.value}
            onChange={() => {
              onChoose(card.value);
            }}
          />
          <span className="setup-card-text">
            <Said of={card.says} />
            {card.hint !== undefined && (
              <span className="setup-hint">
                <Said of={card.hint} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
