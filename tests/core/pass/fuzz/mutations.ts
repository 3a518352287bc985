import fc from 'fast-check';
import { decodeBase32, encodeBase32 } from '#core/pass';
import { array, bytes, int } from './cbor-grammar.ts';
import { issuedTexts, presentable } from './issued.ts';

/** An issued code that someone has damaged or rearranged: its letters, its bytes or its parts. */
export function mutatedCode(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: changedBytes() },
    { weight: 3, arbitrary: changedText() },
    { weight: 1, arbitrary: recombined() },
  );
}

const issued = fc.constantFrom(...issuedTexts);
const place = fc.nat(2_000);
const byte = fc.nat(255);

type Bytes = Uint8Array;
type Edit = (of: Bytes, at: number, value: number) => Bytes;

const byteEdits: readonly Edit[] = [
  (of, at, value) => of.with(at % of.length, value),
  (of, at, value) => {
    const here = at % of.length;
    return of.with(here, (of[here] ?? 0) ^ (1 << (value & 7)));
  },
  (of, at) => of.filter((_, here) => here !== at % of.length),
  (of, at, value) =>
    Uint8Array.from([
      ...of.subarray(0, at % of.length),
      value,
      ...of.subarray(at % of.length),
    ]),
  (of, at) => of.subarray(0, at % of.length),
  (of, at) => of.subarray(at % of.length),
  (of, at, value) => {
    const from = at % of.length;
    return of.slice().fill(value, from, from + (value & 31));
  },
  (of, at, value) => of.slice().copyWithin(at % of.length, value, value + 16),
];

function changedBytes(): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.constantFrom(...byteEdits), place, byte);
  const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
  return fc.tuple(issued, edits).map(([text, changes]) => {
    let now = bytesOf(text);
    for (const [change, at, value] of changes)
      if (now.length > 0) now = change(now, at, value);
    return `${text.slice(0, 3)}${encodeBase32(now)}`;
  });
}

/** Code units that readers, input methods and forgers put into a text. */
const strange = 'AaQ2718= \0\n\uFEFFＡſK-:+\uD83D\u0301張';
const characters = fc.constantFrom(...strange.split(''));
const prefixes = fc.constantFrom(
  'HP1',
  'hp1',
  'HV1',
  'HS1',
  'HT1',
  'HP2',
  'ＨＰ１',
  '',
);

function changedText(): fc.Arbitrary<string> {
  const kinds = fc.nat(8);
  const made = fc.tuple(
    issued,
    issued,
    kinds,
    place,
    place,
    characters,
    prefixes,
  );
  return made.map(([text, other, kind, first, second, character, prefix]) => {
    const at = first % (text.length + 1);
    const to = second % (text.length + 1);
    const [from, end] = at < to ? [at, to] : [to, at];
    switch (kind) {
      case 0:
        return text.slice(0, at) + character + text.slice(at + 1);
      case 1:
        return text.slice(0, at) + character + text.slice(at);
      case 2:
        return text.slice(0, from) + text.slice(end);
      case 3:
        return text.slice(0, end) + text.slice(from);
      case 4:
        return prefix + text.slice(3);
      case 5:
        return text.slice(0, at) + other.slice(at);
      case 6:
        return text.slice(0, from) + text.slice(from).toLowerCase();
      case 7:
        return character + text + character;
      default:
        return text + other;
    }
  });
}

/** A presentation put together from the passes, times, nonces and signatures of others. */
function recombined(): fc.Arbitrary<string> {
  const frames = presentable.map(bytesOf);
  const signatures = [...frames, ...issuedTexts.map(bytesOf)].map((of) =>
    of.slice(-64),
  );
  const made = fc.record({
    pass: fc.constantFrom(...frames),
    at: fc.integer({ min: 1_768_435_100, max: 1_768_435_300 }),
    nonce: fc.uint8Array({ minLength: 8, maxLength: 8 }),
    signature: fc.oneof(
      fc.constantFrom(...signatures),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
    ),
  });
  return made.map(({ pass, at, nonce, signature }) => {
    const items = [bytes(pass), int(at), bytes(nonce), bytes(signature)];
    const whole = array(items.map((value) => ({ value, isSound: true })));
    return `HV1${encodeBase32(whole.value)}`;
  });
}

function bytesOf(text: string): Uint8Array {
  const read = decodeBase32(text.slice(3));
  if (!read.ok) throw new Error('an issued text is Base32');
  return read.value;
}
