/** Tenths of a degree as a guard reads them: 364 is 36.4. */
export function degrees(deci: number): string {
  return (deci / 10).toFixed(1);
}
