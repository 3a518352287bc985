import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rfc8032Vectors } from '#fixtures/ed25519';
import { naclEngine, nodeEngine, signatures } from '#kiosk/crypto';

describe.each([nodeEngine, naclEngine])('$name', (engine) => {
  it.each(rfc8032Vectors())('verifies $name', (vector) => {
    const { message, signature, publicKey } = vector;
    expect(engine.verify(message, signature, publicKey)).toBe(true);
    const longer = new Uint8Array([...message, 0]);
    expect(engine.verify(longer, signature, publicKey)).toBe(false);
  });

  it('says no, and does not throw, for 32 bytes that are no point', () => {
    const noPoint = new Uint8Array(32);
    noPoint[0] = 2;
    const signature = new Uint8Array(64);
    expect(engine.verify(new Uint8Array(), signature, noPoint)).toBe(false);
  });

  it('reads views into larger buffers as they are', () => {
    const [{ message, signature, publicKey }] = [firstVector()];
    const inside = (bytes: Uint8Array): Uint8Array => {
      const wide = new Uint8Array([9, 9, 9, ...bytes, 9]);
      return wide.subarray(3, 3 + bytes.length);
    };
    expect(
      engine.verify(inside(message), inside(signature), inside(publicKey)),
    ).toBe(true);
  });
});

describe('nodeEngine', () => {
  it('tells keys apart, however many it has met', () => {
    const message = new Uint8Array([1, 2, 3]);
    const signers = Array.from({ length: 600 }, () => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const spki = publicKey.export({ format: 'der', type: 'spki' });
      return {
        publicKey: new Uint8Array(spki.subarray(12)),
        signature: new Uint8Array(sign(null, message, privateKey)),
      };
    });
    const [first] = signers;
    for (const { publicKey, signature } of [...signers, ...signers]) {
      expect(nodeEngine.verify(message, signature, publicKey)).toBe(true);
      const isFirst = publicKey === first?.publicKey;
      const other = first?.signature ?? signature;
      expect(nodeEngine.verify(message, other, publicKey)).toBe(isFirst);
    }
  });

  it('does not confuse a key with the buffer it came in', () => {
    const { message, signature, publicKey } = firstVector();
    const reused = publicKey.slice();
    expect(nodeEngine.verify(message, signature, reused)).toBe(true);
    reused.fill(3);
    expect(nodeEngine.verify(message, signature, reused)).toBe(false);
  });
});

describe('signatures', () => {
  it('asks the fast engine first and other hands second', () => {
    expect(signatures.first.name).toBe('node:crypto');
    expect(signatures.second.name).toBe('tweetnacl');
  });
});

function firstVector(): ReturnType<typeof rfc8032Vectors>[number] {
  const found = rfc8032Vectors()[3];
  if (found === undefined) throw new Error('five vectors are published');
  return found;
}
