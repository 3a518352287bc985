import { words } from '#kiosk/contract';

/** Fetches the slices of the bundled font that the words need, before a verdict needs them. */
export function loadLetters(): void {
  const letters = [...new Set(JSON.stringify(words))].join('');
  void document.fonts.load('800 1em "Noto Sans SC Variable"', letters);
}
