/**
 * A text as a table program may be given it. Who can get a pass issued chooses the name in it: what
 * would begin a formula gets a single quote before it (ASVS 5, 1.2.10; the full-width signs too, which
 * some programs take for the others), and characters that break lines or turn them round are left out.
 */
export function plainCell(text: string): string {
  const plain = text.replaceAll(unseen, '');
  return beginsFormula.test(text) || beginsFormula.test(plain)
    ? `'${plain}`
    : plain;
}

/** After any spaces: = + - @ and their full-width forms, or a control character. */
const beginsFormula = /^[\p{Zs}\u{FEFF}]*[=+\-@\p{Cc}＝＋－＠]/u;

/** Controls, line and paragraph separators, marks that change the direction, and halves of characters. */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u{61C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}]/gu;
