/**
 * A name as screens and logs may show it, word by word: of three characters or more the first and
 * the last stay (张三明 → 张*明, Maria → M***a), of two the first (张三 → 张*), of one none. The same
 * rule masks a search, so that equal names stay equal.
 */
export function maskName(name: string): string {
  return name
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(maskWord)
    .join(' ');
}

/** A document number as screens and logs may show it: the last four characters behind four stars. */
export function maskDocument(number: string): string {
  return `****${Array.from(number).slice(-4).join('')}`;
}

function maskWord(word: string): string {
  const characters = Array.from(word);
  const last = characters.length > 2 ? characters.slice(-1) : [];
  const first = characters.length > 1 ? characters.slice(0, 1) : [];
  const hidden = characters.length - first.length - last.length;
  return [...first, '*'.repeat(hidden), ...last].join('');
}
