import { describe, expect, it } from 'vitest';
import { bothAgree, isSound, type SignatureEngine } from '#core/trust';
import { edgeCases, rfc8032Vectors, type EdgeCase } from '#fixtures/ed25519';
import { naclEngine, nodeEngine, signatures } from '#kiosk/crypto';

/** Both engines asked without the rule; once, for one of them is slow. */
const judged = edgeCases().map((edge) => ({
  edge,
  byNode: askAlone(nodeEngine, edge),
  byNacl: askAlone(naclEngine, edge),
}));

describe('isSound', () => {
  it.each(rfc8032Vectors())(
    'accepts $name of RFC 8032 under each engine',
    ({ message, signature, publicKey }) => {
      for (const engine of [nodeEngine, naclEngine]) {
        expect(isSound(message, signature, publicKey, engine)).toBe('sound');
      }
    },
  );

  it.each(rfc8032Vectors())(
    'refuses $name of RFC 8032 with one bit of R, S or the key changed',
    ({ message, signature, publicKey }) => {
      for (const at of [0, 32]) {
        const changed = flipBit(signature, at);
        expect(isSound(message, changed, publicKey, nodeEngine)).toBe(
          'bad-signature',
        );
      }
      const otherKey = flipBit(publicKey, 3);
      expect(isSound(message, signature, otherKey, nodeEngine)).toBe(
        'bad-signature',
      );
    },
  );

  it('refuses a signature or a key of another length without asking an engine', () => {
    const { message, signature, publicKey } = firstHonest();
    const short = signature.subarray(1);
    const long = new Uint8Array(65);
    expect(isSound(message, short, publicKey, untouchable)).toBe(
      'non-canonical',
    );
    expect(isSound(message, long, publicKey, untouchable)).toBe(
      'non-canonical',
    );
    expect(
      isSound(message, signature, publicKey.subarray(1), untouchable),
    ).toBe('non-canonical');
  });

  it('never asks an engine about an encoding the rule forbids', () => {
    const forbidden = judged.filter(({ edge }) => isForbidden(edge));
    expect(forbidden.length).toBeGreaterThan(650);
    for (const { edge } of forbidden) {
      const { message, signature, publicKey } = edge;
      expect(isSound(message, signature, publicKey, untouchable)).toBe(
        edge.expected,
      );
    }
  });
});

describe('the rule and two engines over the table of edge cases', () => {
  it('covers every family, and the honest beside the forged', () => {
    const families = new Set(judged.map(({ edge }) => edge.family));
    expect(families.size).toBe(8);
    const expected = new Set(judged.map(({ edge }) => edge.expected));
    expect(expected.size).toBe(4);
  });

  it('gives each case its one answer, the same with either engine first', () => {
    for (const { edge, byNode, byNacl } of judged) {
      const { message, signature, publicKey } = edge;
      for (const answer of [byNode, byNacl]) {
        const engine = { name: 'recorded', verify: () => answer };
        const finding = isSound(message, signature, publicKey, engine);
        expect(finding, label(edge)).toBe(edge.expected);
      }
    }
  });

  it('is needed: without it one engine takes a second signature made from the first, S + L', () => {
    const raised = judged.filter(({ edge }) => edge.family === 'S not below L');
    expect(raised.length).toBeGreaterThan(0);
    for (const { edge, byNode, byNacl } of raised) {
      expect([byNode, byNacl], label(edge)).toEqual([false, true]);
    }
  });

  it('is needed: without it a small-order key signs what nobody signed', () => {
    const forged = judged.filter(
      ({ edge, byNode, byNacl }) =>
        edge.expected === 'small-order' && (byNode || byNacl),
    );
    expect(forged.length).toBeGreaterThan(0);
  });

  it('is enough: every case on which the engines disagree is one it forbids', () => {
    const disputed = judged.filter(({ byNode, byNacl }) => byNode !== byNacl);
    expect(disputed.length).toBeGreaterThan(30);
    for (const { edge } of disputed) {
      expect(isForbidden(edge), label(edge)).toBe(true);
    }
  });
});

describe('bothAgree', () => {
  it('does not ask the second engine when the first says no', () => {
    const { message, signature, publicKey } = firstHonest();
    const pair = { ...signatures, first: saying(false), second: untouchable };
    expect(bothAgree(message, signature, publicKey, pair)).toBe(
      'bad-signature',
    );
  });

  it('names a disagreement when only the first says yes', () => {
    const { message, signature, publicKey } = firstHonest();
    const pair = { ...signatures, first: saying(true), second: saying(false) };
    expect(bothAgree(message, signature, publicKey, pair)).toBe(
      'engines-disagree',
    );
  });

  it('is sound when both say yes', () => {
    const { message, signature, publicKey } = firstHonest();
    expect(bothAgree(message, signature, publicKey, signatures)).toBe('sound');
  });
});

const untouchable: SignatureEngine = {
  name: 'never asked',
  verify: () => {
    throw new Error('this engine must not be asked');
  },
};

function saying(answer: boolean): SignatureEngine {
  return { name: `always ${answer}`, verify: () => answer };
}

function askAlone(engine: SignatureEngine, edge: EdgeCase): boolean {
  return engine.verify(edge.message, edge.signature, edge.publicKey);
}

function isForbidden(edge: EdgeCase): boolean {
  return edge.expected === 'non-canonical' || edge.expected === 'small-order';
}

function firstHonest(): EdgeCase {
  const found = judged.find(({ edge }) => edge.family === 'honest');
  if (found === undefined) throw new Error('the table holds no honest case');
  return found.edge;
}

function flipBit(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

function label(edge: EdgeCase): string {
  return `${edge.family}: ${edge.name}`;
}
