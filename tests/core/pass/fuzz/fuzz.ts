import fc from 'fast-check';
import {
  checkFreshnessToken,
  checkPass,
  checkPlaceCode,
  type SignatureEngine,
} from '#core/trust';
import { nodeEngine, sha256, signatures } from '#kiosk/crypto';
import { trustedNow } from '../../trust/signing.ts';
import { grammarCode } from './codes.ts';
import { held, issuedTexts, trust } from './issued.ts';
import { brokenLaws, brokenTokenLaws } from './laws.ts';
import type { Made } from './made.ts';
import { mutatedCode } from './mutations.ts';

/** How long to go on: so many codes, or so many seconds with as many as there is time for. */
export interface Effort {
  readonly codes: number;
  readonly seconds?: number;
  readonly seed: number;
}

export interface Fuzzed {
  readonly codes: number;
  /** For which the first engine was asked. */
  readonly reachedSignature: number;
  /** Believed, and issued before or by the fuzzer itself. */
  readonly believed: number;
  /** Believed, though nobody issued them or a rule is broken: what must never be. */
  readonly wronglyBelieved: readonly string[];
}

/**
 * Asks of ever new codes whether they are believed. A code may be only if its text is, up to case and
 * what stands around it, one that was issued, or one that the fuzzer issued itself and kept every
 * rule in. Throws with the code, made as small as can be, when one makes a check throw.
 */
export function fuzz({ codes, seconds, seed }: Effort): Fuzzed {
  let done = 0;
  let reachedSignature = 0;
  let believed = 0;
  const wrong: string[] = [];
  const engine = countingEngine();
  const pair = { first: engine, second: yes, isTorsionFree };
  const property = fc.property(anyCode, ({ value: text, isSound }) => {
    done += 1;
    const before = engine.times;
    const verdict = verdictOn(text, pair);
    if (engine.times > before) reachedSignature += 1;
    if (verdict === undefined) return;
    believed += 1;
    if (issued.has(normalised(text))) return;
    if (!isSound) wrong.push(`${text}: nobody issued this`);
    for (const law of verdict) wrong.push(`${text}: ${law}`);
  });
  fc.assert(property, {
    seed,
    numRuns: seconds === undefined ? codes : 0x7fffffff,
    ...(seconds !== undefined && {
      plugins: [fc.interruptAfterTimeLimit(seconds * 1000)],
    }),
  });
  return {
    codes: done,
    reachedSignature,
    believed,
    wronglyBelieved: wrong,
  };
}

/** The laws that a believed code breaks; undefined where it is not believed. */
function verdictOn(
  text: string,
  pair: Parameters<typeof checkPass>[2],
): readonly string[] | undefined {
  const pass = checkPass(text, trust, pair, trustedNow, 'site');
  if (pass.kind === 'authentic') return brokenLaws(pass.authentic.pass);
  const place = checkPlaceCode(text, trust, pair, trustedNow);
  if (place.kind === 'genuine') return [];
  const target = { held, asOfMs: undefined, signatures: pair, sha256 };
  const token = checkFreshnessToken(text, target, trustedNow);
  return token.ok ? brokenTokenLaws(token.value) : undefined;
}

const anyCode: fc.Arbitrary<Made<string>> = fc.oneof(
  {
    weight: 3,
    arbitrary: mutatedCode().map((value) => ({ value, isSound: false })),
  },
  { weight: 2, arbitrary: grammarCode() },
);

const issued: ReadonlySet<string> = new Set(issuedTexts);

function normalised(text: string): string {
  return text
    .replaceAll(
      /^[\p{White_Space}\p{Cc}\uFEFF]+|[\p{White_Space}\p{Cc}\uFEFF]+$/gu,
      '',
    )
    .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The first engine alone decides here: that two agree is asked elsewhere. */
const yes: SignatureEngine = { name: 'yes', verify: () => true };

function countingEngine(): SignatureEngine & { times: number } {
  return {
    name: 'counting',
    times: 0,
    verify(message, signature, publicKey) {
      this.times += 1;
      return nodeEngine.verify(message, signature, publicKey);
    },
  };
}

/** The holders of the fuzzer are few, and the question is slow. */
const known = new Map<string, boolean>();
function isTorsionFree(key: Uint8Array): boolean {
  const name = Buffer.from(key).toString('hex');
  const answer = known.get(name) ?? signatures.isTorsionFree(key);
  known.set(name, answer);
  return answer;
}
