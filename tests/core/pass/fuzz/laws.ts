import type { Health, Pass } from '#core/pass';
import { trustedNow } from '../../trust/signing.ts';
import { held } from './issued.ts';

/** What no genuine pass of the fuzzer may say, told from the pass alone and apart from the decoder. */
export function brokenLaws(pass: Pass): readonly string[] {
  const people = pass.kind === 'single' ? [pass.health] : pass.members;
  const length = pass.expiresAt - pass.notBefore;
  const laws: Readonly<Record<string, boolean>> = {
    'its issuer is the one that signs': pass.issuer === '51',
    'it has 16 bytes of id': pass.passId.length === 16,
    'it ends after it begins, soon enough':
      length > 0 && length <= longestDays[pass.form] * 86_400,
    'a live pass names its holder, paper does not':
      pass.form === 'static' ||
      (pass.form === 'live') === (pass.holderKey !== undefined),
    'a household has two to six': pass.kind === 'single' || isFamily(people),
    'paper gives no state, all else a colour': people.every((one) =>
      pass.form === 'paper' ? isStateless(one) : one.colour !== undefined,
    ),
    'everyone has a name': people.every(({ person }) => isText(person.name)),
    'every status is in a list': people.every(
      ({ status }) => status.index >= 0 && status.index < 2 ** 20,
    ),
  };
  return Object.keys(laws).filter((law) => laws[law] !== true);
}

/** The same of a token: it makes what is held younger, and no younger than now. */
export function brokenTokenLaws({
  signedAtMs,
}: {
  readonly signedAtMs: number;
}): readonly string[] {
  const laws: Readonly<Record<string, boolean>> = {
    'it says something new': signedAtMs > held.roles.timestamp.signedAtMs,
    'it is not of the future': signedAtMs <= trustedNow.upperMs + 300_000,
  };
  return Object.keys(laws).filter((law) => laws[law] !== true);
}

const longestDays = { live: 1, static: 30, paper: 180 } as const;

function isFamily(people: readonly Health[]): boolean {
  return people.length >= 2 && people.length <= 6;
}

function isStateless(one: Health): boolean {
  const { colour, colourReason, test, vaccination } = one;
  return [colour, colourReason, test, vaccination].every(
    (state) => state === undefined,
  );
}

function isText(name: string): boolean {
  const length = Buffer.byteLength(name);
  return length >= 1 && length <= 60 && name.normalize('NFC') === name;
}
