/** Nothing that two people would read differently on paper: no 0 and o, no 1, i and l. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 5;
const groupLength = 4;

/** Five groups of four: about 99 bits, short enough to write down. */
export function generatePassphrase(): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, drawLetter).join(''),
  ).join('-');
}

/** Draws again what would make some letters likelier than others. */
function drawLetter(): string {
  const fair = 256 - (256 % alphabet.length);
  for (;;) {
    const [drawn = 256] = crypto.getRandomValues(new Uint8Array(1));
    const letter = drawn < fair ? alphabet[drawn % alphabet.length] : undefined;
    if (letter !== undefined) return letter;
  }
}
