import type { JSX } from 'react';
import { Icon } from '../app/icon.tsx';
import { useBothText } from '../language/language.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** Types into the field beside it, for a screen without a keyboard. */
export function PinPad({
  onDigit,
  onErase,
}: {
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <div
      className="pin-pad"
      role="group"
      aria-label={bothText((w) => w.staff.screen.pin)}
    >
      {digits.map((digit) => (
        <button
          key={digit}
          type="button"
          className="pin-key"
          data-digit={digit}
          // The field keeps the focus, so that keys and touches may be mixed.
          onPointerDown={keepFocus}
          onClick={() => {
            onDigit(digit);
          }}
        >
          {digit}
        </button>
      ))}
      <button
        type="button"
        className="pin-key pin-erase"
        aria-label={bothText((w) => w.staff.screen.erase)}
        onPointerDown={keepFocus}
        onClick={onErase}
      >
        <Icon name="erase" />
      </button>
    </div>
  );
}

function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault();
}
