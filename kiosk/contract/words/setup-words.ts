import type { SetupError } from '../setup.ts';

/** What the first run says. */
export interface SetupWords {
  readonly errors: Readonly<Record<SetupError, string>>;
  readonly screen: Readonly<Record<SetupWord, string>>;
}

export type SetupWord = 'welcome';
