const whole = 3;

/** Digits typed so far and one more; a fourth is ignored. */
export function afterDigit(digits: string, digit: string): string {
  return digits.length < whole ? digits + digit : digits;
}

/** As it stands on the pad, the missing digits as dashes: 36 is "36.–". */
export function shownDigits(digits: string): string {
  const padded = digits.padEnd(whole, '–');
  return `${padded.slice(0, 2)}.${padded.slice(2)}`;
}

/** Hundredths of a degree once all three digits are there. */
export function centiOf(digits: string): number | undefined {
  return digits.length === whole ? Number(digits) * 10 : undefined;
}
