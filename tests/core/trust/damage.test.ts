import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from '#core/pass';
import { checkPass, checkPlaceCode, type Signatures } from '#core/trust';
import { naclEngine, nodeEngine, signatures } from '#kiosk/crypto';
import { holder, issuer, trust } from '../pass/fuzz/issued.ts';
import { greenPass, household } from './passes.ts';
import { placeClaims, signPlace } from './places.ts';
import { present } from './presenting.ts';
import { quick, signPass, trustedNow } from './signing.ts';

const holderKey = holder.publicKey;
const { person, status } = greenPass().health;
const live = signPass(greenPass({ form: 'live', holderKey }), issuer);
const paper = greenPass({ form: 'paper', health: { person, status } });
const family = {
  ...household(['G', 'G', 'G']),
  form: 'live',
  holderKey,
} as const;

const codes: readonly (readonly [string, string])[] = [
  ['a static pass', signPass(greenPass(), issuer)],
  ['a paper pass', signPass(paper, issuer)],
  ['a household', signPass(household(['G', 'G', 'G', 'G']), issuer)],
  ['a live pass presented', present(live, holder)],
  ['a live household presented', present(signPass(family, issuer), holder)],
  ['a place code', signPlace(placeClaims(), issuer)],
];

describe.each(codes)('%s', (_what, text) => {
  it('is believed as it is', () => {
    expect(answer(text, signatures)).toBe('believed');
  });

  it('is refused with any one bit of its bytes flipped, by the part it is in', () => {
    const bytes = bytesOf(text);
    const parts = partsOf(text, bytes);
    expect(parts).toHaveLength(bytes.length);
    for (const [at, expected] of parts.entries())
      for (let bit = 0; bit < 8; bit += 1) {
        const damaged = bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));
        const said = answer(codeOf(text, damaged));
        if (!expected.includes(said))
          expect.fail(`byte ${at} bit ${bit}: ${said}, not ${expected.join()}`);
      }
  });

  it('is refused with one bit flipped by the other engine too', () => {
    const bytes = bytesOf(text);
    const parts = partsOf(text, bytes);
    const turned = { ...signatures, first: naclEngine, second: nodeEngine };
    for (let at = 3; at < bytes.length; at += 13) {
      const damaged = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at & 7)));
      expect(parts[at]).toContain(answer(codeOf(text, damaged), turned));
    }
  });

  it('is unreadable cut anywhere, in its bytes or its letters', () => {
    const bytes = bytesOf(text);
    for (let length = 0; length < bytes.length; length += 1)
      expect(answer(codeOf(text, bytes.subarray(0, length)))).toBe(
        'unreadable',
      );
    for (let length = 0; length < text.length; length += 1)
      expect(answer(text.slice(0, length))).toBe('unreadable');
  });

  it('is never believed with a bit of a letter flipped, save that of the case', () => {
    for (let at = 0; at < text.length; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const unit = text.charCodeAt(at) ^ (1 << bit);
        const changed =
          text.slice(0, at) + String.fromCharCode(unit) + text.slice(at + 1);
        const isSame = changed.toUpperCase() === text;
        if ((answer(changed) === 'believed') !== isSame)
          expect.fail(`letter ${at} bit ${bit}: ${answer(changed)}`);
      }
  });
});

type Said = ReturnType<typeof answer>;

function answer(text: string, pair: Signatures = quick): string {
  const checked = text.toUpperCase().startsWith('HS1')
    ? checkPlaceCode(text, trust, pair, trustedNow)
    : checkPass(text, trust, pair, trustedNow, 'site');
  if (checked.kind === 'counterfeit') return checked.detail;
  const isBelieved = checked.kind === 'authentic' || checked.kind === 'genuine';
  return isBelieved ? 'believed' : checked.kind;
}

/** What may be said of a flip in each byte. */
function partsOf(
  text: string,
  bytes: Uint8Array,
): readonly (readonly Said[])[] {
  if (!text.startsWith('HV1')) return frameParts(bytes.length);
  // The head of the array and of the pass, whose length is in one byte or two.
  const head = bytes[1] === 0x58 ? 3 : 4;
  const pass = bytes.length - head - 5 - 9 - 66;
  return [
    ...times(head, unreadable),
    ...frameParts(pass),
    ...times(1, unreadable),
    ...times(4, holders),
    ...times(1, unreadable),
    ...times(8, holders),
    ...times(2, unreadable),
    ...times(64, holders),
  ];
}

/** Tag to the kid's head, kid, empty map, the payload's head, payload, signature. */
function frameParts(length: number): readonly (readonly Said[])[] {
  const rest = length - 17 - 66;
  const head = rest - 2 < 256 ? 2 : 3;
  return [
    ...times(8, unreadable),
    ...times(8, ['unknown-key']),
    ...times(1, unreadable),
    ...times(head, unreadable),
    ...times(rest - head, ['bad-signature']),
    ...times(2, unreadable),
    ...times(64, ['bad-signature', 'non-canonical']),
  ];
}

const unreadable: readonly Said[] = ['unreadable'];
const holders: readonly Said[] = ['holder-signature'];

function times<T>(count: number, value: T): readonly T[] {
  return Array.from({ length: count }, () => value);
}

function codeOf(like: string, bytes: Uint8Array): string {
  return `${like.slice(0, 3)}${encodeBase32(bytes)}`;
}

function bytesOf(text: string): Uint8Array {
  const read = decodeBase32(text.slice(3));
  if (!read.ok) throw new Error('an issued text is Base32');
  return read.value;
}
