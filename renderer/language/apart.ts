/** Sets facts apart in one line, and leaves nothing behind where the line breaks. */
export const apart = '\u2003';
