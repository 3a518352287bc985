/** Without the White_Space, control characters and U+FEFF at both ends; nothing inside is touched. */
export function trimEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(text.charCodeAt(start))) start += 1;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** All of White_Space (Unicode PropList), Cc and U+FEFF; none of them lies outside the first plane. */
function isTrimmed(unit: number): boolean {
  if (unit <= 0x20) return true;
  if (unit < 0x7f) return false;
  if (unit <= 0xa0) return true;
  if (unit < 0x1680) return false;
  return (unit >= 0x2000 && unit <= 0x200a) || OTHERS.has(unit);
}

const OTHERS: ReadonlySet<number> = new Set([
  0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
]);
