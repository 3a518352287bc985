import { useSyncExternalStore } from 'react';

/** A choice that this screen keeps over reloads; every window of the same kiosk follows it. */
export interface Remembered<Choice extends string> {
  get(): Choice;
  set(choice: Choice): void;
  subscribe(listener: () => void): () => void;
}

/** One of `choices`, the first where nothing, or nothing known, is remembered. */
export function rememberedChoice<Choice extends string>(
  key: string,
  choices: readonly [Choice, ...Choice[]],
): Remembered<Choice> {
  const listeners = new Set<() => void>();
  const get = (): Choice => {
    const kept = localStorage.getItem(key);
    return choices.find((choice) => choice === kept) ?? choices[0];
  };
  return {
    get,
    set: (choice) => {
      localStorage.setItem(key, choice);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      // Heard only from other windows; a window does not tell itself.
      const hear = (event: StorageEvent): void => {
        if (event.key === key || event.key === null) listener();
      };
      listeners.add(listener);
      window.addEventListener('storage', hear);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', hear);
      };
    },
  };
}

/** The present choice; draws again when it changes, here or in another window. */
export function useRemembered<Choice extends string>(
  remembered: Remembered<Choice>,
): Choice {
  return useSyncExternalStore(remembered.subscribe, remembered.get);
}
