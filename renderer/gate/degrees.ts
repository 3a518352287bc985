/** Tenths of a degree as a guard reads them: 364 is 36.4. */
export function degrees(deci: number): string {
  return (deci / 10).toFixed(1);
}

/** The reading that counts and the one before it; there is no room for more, and no need. */
export function readingsLine(temperaturesDeci: readonly number[]): string {
  const shown = temperaturesDeci.slice(-2).map(degrees).join(' → ');
  return temperaturesDeci.length > 2 ? `… ${shown}` : shown;
}
