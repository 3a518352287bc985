import { useState, type JSX } from 'react';
import { Icon } from '../app/icon.tsx';
import { useKeys } from '../app/use-keys.ts';
import { Both, useBothText } from '../language/language.tsx';
import { afterDigit, centiOf, shownDigits } from './typed-temperature.ts';
import './number-pad.css';

const digitKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** Three digits make a temperature: 3 6 5 is 36.5. Gives hundredths of a degree. */
export function NumberPad({
  onDone,
  onBack,
}: {
  readonly onDone: (centi: number) => void;
  readonly onBack: () => void;
}): JSX.Element {
  const [digits, setDigits] = useState('');
  const bothText = useBothText();
  const centi = centiOf(digits);
  const press = (digit: string): void => {
    setDigits((before) => afterDigit(before, digit));
  };
  const erase = (): void => {
    setDigits((before) => before.slice(0, -1));
  };
  const finish = (): void => {
    if (centi !== undefined) onDone(centi);
  };
  useKeys({
    ...Object.fromEntries(
      digitKeys.map((digit) => [
        digit,
        () => {
          press(digit);
        },
      ]),
    ),
    Backspace: erase,
    Enter: finish,
    Escape: onBack,
  });
  return (
    <div
      className="pad"
      role="group"
      aria-label={bothText((w) => w.screen['typed-temperature'])}
    >
      <output className="pad-shown" data-full={centi !== undefined}>
        {shownDigits(digits)}
        <span className="pad-unit">°C</span>
      </output>
      <div className="pad-keys">
        {digitKeys.map((digit) => (
          <button
            key={digit}
            type="button"
            className="pad-key"
            data-digit={digit}
            onClick={() => {
              press(digit);
            }}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          className="pad-key pad-erase"
          aria-label={bothText((w) => w.screen.delete)}
          onClick={erase}
        >
          <Icon name="erase" />
        </button>
        <button type="button" className="pad-key pad-back" onClick={onBack}>
          <Both of={(w) => w.screen.back} />
        </button>
        <button
          type="button"
          className="pad-key pad-done"
          disabled={centi === undefined}
          onClick={finish}
        >
          <Both of={(w) => w.screen.done} />
        </button>
      </div>
    </div>
  );
}
