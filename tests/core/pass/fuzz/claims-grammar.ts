import fc from 'fast-check';
import { nowSeconds } from '../../trust/signing.ts';
import { tokenClaims } from '../../trust/tokens.ts';
import {
  anyItem,
  array,
  bytes,
  int,
  map,
  mapAsGiven,
  text,
  type Item,
} from './cbor-grammar.ts';
import { held, holder } from './issued.ts';
import { sound } from './made.ts';

/** The payload of a pass: mostly with everything where it belongs. */
export function passPayload(): fc.Arbitrary<Item> {
  return fc
    .record({ form: fc.constantFrom(1, 2, 3), isFamily: fc.boolean() })
    .chain(({ form, isFamily }) =>
      claimsMap([
        claim(1, constant(text('51'))),
        claim(4, seconds(nowSeconds + 60, nowSeconds + 30_000)),
        claim(5, seconds(nowSeconds - 40_000, nowSeconds + 50)),
        claim(6, seconds(nowSeconds - 90_000, nowSeconds + 400)),
        claim(
          7,
          sound(fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes)),
        ),
        ...(form === 1 ? [claim(8, holderKey)] : []),
        ...(isFamily ? [] : [claim(-65540, status)]),
        claim(-65537, health(form, isFamily)),
      ]),
    );
}

export function placePayload(): fc.Arbitrary<Item> {
  return claimsMap([
    claim(1, constant(text('51'))),
    claim(6, seconds(nowSeconds - 90_000, nowSeconds + 400)),
    claim(7, sound(fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes))),
    claim(
      -65538,
      claimsMap([
        claim(1, constant(text('CD-0042'))),
        claim(2, name),
        claim(3, constant(int(7))),
        claim(4, sound(fc.integer({ min: 510_000, max: 519_999 }).map(int))),
      ]),
    ),
  ]);
}

export function tokenPayload(): fc.Arbitrary<Item> {
  const { issuer, snapshot } = tokenClaims(held);
  return claimsMap([
    claim(1, constant(text(issuer))),
    claim(4, seconds(nowSeconds - 600, nowSeconds + 80_000)),
    claim(6, seconds(nowSeconds - 8_000, nowSeconds + 400)),
    claim(7, sound(fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes))),
    claim(
      -65539,
      claimsMap([
        claim(1, sound(fc.integer({ min: 0, max: 9 }).map(int))),
        claim(2, constant(bytes(snapshot.sha256))),
      ]),
    ),
  ]);
}

type Entry = readonly [Buffer, Item];

/** Mostly there and right; sometimes anything, sometimes not at all. */
function claim(
  at: number,
  right: fc.Arbitrary<Item>,
): fc.Arbitrary<Entry | undefined> {
  const name = int(at);
  const entry = (item: Item): Entry => [name, item];
  return fc.oneof(
    { weight: 60, arbitrary: right.map(entry) },
    { weight: 2, arbitrary: anyItem.map(entry) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

/** Mostly in order; sometimes in reverse or with a claim twice, which is never sound. */
function claimsMap(
  claims: readonly fc.Arbitrary<Entry | undefined>[],
): fc.Arbitrary<Item> {
  const fate = fc.nat(49);
  return fc.tuple(fate, ...claims).map(([odd, ...entries]) => {
    const there = entries.filter((entry) => entry !== undefined);
    const [first] = there;
    if (odd === 0 && there.length > 1)
      return mapAsGiven([...there].reverse(), false);
    if (odd === 1 && first !== undefined)
      return mapAsGiven([first, ...there], false);
    return map(there);
  });
}

const names = fc.constantFrom('张小明', '王芳', 'é', 'A'.repeat(60), '·');
const name: fc.Arbitrary<Item> = sound(names.map(text));
const status: fc.Arbitrary<Item> = sound(
  fc.nat(8).map((index) => array([plain(int(1)), plain(int(index))]).value),
);
const colour = sound(
  fc.constantFrom('G', '?').map((code) => array([plain(text(code))]).value),
);
const person = claimsMap([claim(1, name), claim(4, constant(int(1958)))]);
const test = claimsMap([
  claim(1, constant(int(1))),
  claim(2, constant(int(1))),
  claim(3, seconds(0, nowSeconds)),
]);

const points = fc.constantFrom(
  holder.publicKey,
  new Uint8Array(32),
  new Uint8Array(32).fill(0xff),
);
const holderKey: fc.Arbitrary<Item> = fc
  .oneof({ weight: 20, arbitrary: fc.constant(holder.publicKey) }, points)
  .map((point) => {
    const key = map([
      [int(1), plain(int(1))],
      [int(-1), plain(int(6))],
      [int(-2), plain(bytes(point))],
    ]);
    return map([[int(1), key]]);
  });

function health(form: number, isFamily: boolean): fc.Arbitrary<Item> {
  const state =
    form === 2
      ? []
      : [claim(3, colour), fc.option(claim(5, test), { nil: undefined })];
  const one = [claim(2, person), ...state];
  const member = claimsMap([...one, claim(13, status)]);
  const members = fc.array(member, { minLength: 2, maxLength: 3 }).map(array);
  return claimsMap([
    claim(1, constant(int(1))),
    claim(8, constant(int(form))),
    ...(isFamily ? [claim(11, members)] : one),
  ]);
}

function seconds(min: number, max: number): fc.Arbitrary<Item> {
  return sound(fc.integer({ min, max }).map(int));
}

function constant(value: Buffer): fc.Arbitrary<Item> {
  return fc.constant(plain(value));
}

function plain(value: Buffer): Item {
  return { value, isSound: true };
}
