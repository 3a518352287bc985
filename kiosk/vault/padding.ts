const stepBytes = 128;
const endMark = 0x80;

/** To 128, 256, 384 … bytes: a length tells one person from a household, and little else. */
export function padded(message: Uint8Array): Uint8Array {
  const length = stepBytes * Math.ceil((message.length + 1) / stepBytes);
  const whole = new Uint8Array(length);
  whole.set(message);
  whole[message.length] = endMark;
  return whole;
}

/** What `padded` was given; undefined for anything else. */
export function unpadded(whole: Uint8Array): Uint8Array | undefined {
  const end = whole.findLastIndex((byte) => byte !== 0);
  if (end < 0 || whole[end] !== endMark) return undefined;
  return whole.slice(0, end);
}
