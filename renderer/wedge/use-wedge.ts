import { useEffect, useEffectEvent, useRef } from 'react';
import { afterKey, noBurst, type Burst } from './burst.ts';
import { fieldOf, textIn, type FieldText } from './text-field.ts';

/** Listens for a keyboard-wedge scanner before anything else on the page sees its keys. */
export function useWedge(listener: {
  readonly captured: (text: string) => void;
  readonly inputMethodSeen: () => void;
}): void {
  const burst = useRef<Burst>(noBurst);
  /** The field a burst has been running into, as it was before. */
  const before = useRef<FieldText>(undefined);
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const field = fieldOf(event.target);
    const after = afterKey(burst.current, {
      key: event.key,
      atMs: event.timeStamp,
      isEaten: isEaten(event),
      isTyping: field !== undefined,
      hasModifier: event.ctrlKey || event.altKey || event.metaKey,
    });
    burst.current = after.burst;
    if (after.burst.text.length === 1) before.current = textIn(field);
    const { taken } = after;
    if (taken.kind === 'leave') return;
    if (taken.kind === 'input-method') {
      listener.inputMethodSeen();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (taken.kind === 'keep') return;
    before.current?.restore();
    before.current = undefined;
    listener.captured(taken.text);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      hear(event);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
}

/** Whether an input method takes the key; some browsers say so by the old key code alone. */
function isEaten(event: EatenKey): boolean {
  return (
    event.isComposing ||
    event.key === 'Process' ||
    event.keyCode === inputMethodKeyCode
  );
}

interface EatenKey {
  readonly isComposing: boolean;
  readonly key: string;
  readonly keyCode: number;
}

const inputMethodKeyCode = 229;
