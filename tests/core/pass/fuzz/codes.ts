import fc from 'fast-check';
import { encodeBase32, presentationBytes, signedBytes } from '#core/pass';
import { sha256 } from '#kiosk/crypto';
import { nowSeconds, type TestKey } from '../../trust/signing.ts';
import { anyItem, array, bytes, int, type Item } from './cbor-grammar.ts';
import { passPayload, placePayload, tokenPayload } from './claims-grammar.ts';
import { holder, issuer, stranger, timestampKey } from './issued.ts';
import { slip, sound, type Made } from './made.ts';

/** The text of a pass, a presentation, a place code or a token by the grammar of the format. */
export function grammarCode(): fc.Arbitrary<Made<string>> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: frame(passPayload(), 'HP1/pass').map(coded('HP1')),
    },
    { weight: 3, arbitrary: presentation().map(coded('HV1')) },
    {
      weight: 2,
      arbitrary: frame(placePayload(), 'HP1/site').map(coded('HS1')),
    },
    {
      weight: 2,
      arbitrary: frame(tokenPayload(), 'HP1/fresh', timestampKey).map(
        coded('HT1'),
      ),
    },
  );
}

function coded(prefix: string): (made: Item) => Made<string> {
  return ({ value, isSound }) => ({
    value: `${prefix}${encodeBase32(value)}`,
    isSound,
  });
}

type CodeContext = 'HP1/pass' | 'HP1/site' | 'HP1/fresh';

/** A frame that the right key signs as it stands; each of its parts may be another. */
function frame(
  payload: fc.Arbitrary<Item>,
  context: CodeContext,
  right: TestKey = issuer,
): fc.Arbitrary<Item> {
  const made = fc.record({
    payload,
    signer: mostly<TestKey>(right, stranger),
    kid: mostly(right.kid, stranger.kid),
    context: mostly<CodeContext>(
      context,
      context === 'HP1/pass' ? 'HP1/site' : 'HP1/pass',
    ),
    algorithm: mostly('a201270448', 'a201260448'),
    tag: mostly('d2', 'd212'),
    count: mostly('84', '85'),
    unprotected: mostly('a0', 'a10400'),
    spoil: signatureSpoiler,
    rest: slip(sound(fc.constant(empty)), fc.constant(Buffer.of(0)), 90),
  });
  return made.map((parts) => {
    const protectedBytes = Buffer.concat([
      hex(parts.algorithm.value),
      parts.kid.value,
    ]);
    const said = { protectedBytes, payload: parts.payload.value };
    const message = signedBytes(said, parts.context.value);
    const signature = parts.spoil.value(parts.signer.value.sign(message));
    const value = Buffer.concat([
      hex(parts.tag.value),
      hex(parts.count.value),
      bytes(protectedBytes),
      hex(parts.unprotected.value),
      bytes(parts.payload.value),
      bytes(signature),
      parts.rest.value,
    ]);
    return { value, isSound: areSound(Object.values(parts)) };
  });
}

/** What a holder's client adds, signed as it stands; each part may be something else. */
function presentation(): fc.Arbitrary<Item> {
  const made = fc.record({
    pass: frame(passPayload(), 'HP1/pass'),
    signer: mostly<TestKey>(holder, stranger),
    time: sound(fc.integer({ min: nowSeconds - 150, max: nowSeconds + 150 })),
    nonce: sound(fc.uint8Array({ minLength: 8, maxLength: 8 })),
    spoil: signatureSpoiler,
    count: mostly('84', '83'),
    instead: fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.tuple(fc.nat(3), anyItem) },
    ),
  });
  return made.map(({ pass, time, nonce, instead, ...rest }) => {
    const message = presentationBytes(
      pass.value,
      time.value,
      nonce.value,
      sha256,
    );
    const signature = rest.spoil.value(rest.signer.value.sign(message));
    const items = [
      bytes(pass.value),
      int(time.value),
      bytes(nonce.value),
      bytes(signature),
    ].map((item, at) => (at === instead?.[0] ? instead[1].value : item));
    const whole = array(items.map((item) => ({ value: item, isSound: true })));
    whole.value.set(hex(rest.count.value));
    const isWhole = instead === undefined && areSound(Object.values(rest));
    return { value: whole.value, isSound: isWhole && pass.isSound };
  });
}

const empty = Buffer.alloc(0);

type Spoiler = (signature: Uint8Array) => Uint8Array;

const signatureSpoiler: fc.Arbitrary<Made<Spoiler>> = slip<Spoiler>(
  sound(fc.constant((signature: Uint8Array) => signature)),
  fc.constantFrom<Spoiler>(
    (signature) => signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
    (signature) =>
      signature.map((byte, at) => (at === 63 ? byte | 0x10 : byte)),
    (signature) => signature.map((byte, at) => (at < 32 ? byte : 0)),
    () => new Uint8Array(64),
    (signature) => signature.subarray(1),
  ),
  14,
);

function mostly<T>(right: T, wrong: T): fc.Arbitrary<Made<T>> {
  return slip(sound(fc.constant(right)), fc.constant(wrong), 90);
}

function areSound(parts: readonly Made<unknown>[]): boolean {
  return parts.every(({ isSound }) => isSound);
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex');
}
