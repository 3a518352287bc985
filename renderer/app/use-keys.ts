import { useEffect, useEffectEvent } from 'react';

/** Keys of the whole screen, by `KeyboardEvent.key`; a focused control keeps its own Enter and Space. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || event.defaultPrevented || event.repeat) return;
    if (hasOwnUse(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      hear(event);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

function hasOwnUse({ target, key }: KeyboardEvent): boolean {
  // An open menu or question is what Escape closes first, wherever the focus went meanwhile.
  if (
    key === 'Escape' &&
    document.querySelector(':popover-open, dialog:modal') !== null
  ) {
    return true;
  }
  if (target instanceof Element && target.closest('[popover]') !== null) {
    return key === 'Enter';
  }
  if (target instanceof HTMLTextAreaElement) return key !== 'Escape';
  return target instanceof HTMLButtonElement && key === 'Enter';
}
