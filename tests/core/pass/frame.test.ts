import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFrame,
  decodeText,
  encodeFrame,
  kidOf,
  protectedHeader,
  signedBytes,
  type Frame,
} from '#core/pass';
import { sha256 } from '#kiosk/crypto';
import { vectors, vectorTrust, type VectorKey } from '#fixtures/vectors';

const parts = fc.record({
  kid: bytes(8, 8),
  payload: bytes(0, 700),
  signature: bytes(64, 64),
});

describe('decodeFrame', () => {
  it('reads back the parts of any frame', () => {
    fc.assert(
      fc.property(parts, (sent) => {
        const frame = encodeFrame(sent);
        const read = decodeFrame(frame);
        const protectedBytes = protectedHeader(sent.kid);
        const value = { ...sent, protectedBytes, bytes: frame };
        expect(read).toEqual({ ok: true, value });
      }),
    );
  });

  it.each([0, 23, 24, 255, 256, 65_535, 65_536])(
    'reads back a payload of %i bytes',
    (length) => {
      const kid = new Uint8Array(8).fill(1);
      const payload = new Uint8Array(length).fill(2);
      const signature = new Uint8Array(64).fill(3);
      const read = decodeFrame(encodeFrame({ kid, payload, signature }));
      expect(read).toMatchObject({ ok: true, value: { payload, signature } });
    },
  );

  it('refuses every part of a frame as cut short', () => {
    const frame = encodeFrame({
      kid: new Uint8Array(8),
      payload: new Uint8Array(300),
      signature: new Uint8Array(64),
    });
    for (let length = 0; length < frame.length; length += 1) {
      const read = decodeFrame(frame.subarray(0, length));
      expect(read.ok ? 'a frame' : read.error.detail).toBe('cbor-truncated');
    }
  });

  it('reads of any bytes only what it would write', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.nat(255), (sent, place, byte) => {
        const bytes = encodeFrame(sent);
        bytes[place % bytes.length] = byte;
        const read = decodeFrame(bytes);
        if (read.ok) expect(encodeFrame(read.value)).toEqual(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeFrame(bytes).ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('points to the part that broke the rule', () => {
    const frame = encodeFrame({
      kid: new Uint8Array(8),
      payload: new Uint8Array(0),
      signature: new Uint8Array(64),
    });
    frame[16] = 0xa1;
    const error = {
      reason: 'malformed',
      detail: 'frame-unprotected',
      where: '16',
    };
    expect(decodeFrame(frame)).toEqual({ ok: false, error });
  });
});

describe('encodeFrame', () => {
  it('throws on a kid or a signature of another length', () => {
    const payload = new Uint8Array(3);
    const kid = new Uint8Array(8);
    const signature = new Uint8Array(64);
    const short = signature.subarray(1);
    expect(() => encodeFrame({ kid, payload, signature: short })).toThrow();
    const long = new Uint8Array(9);
    expect(() => encodeFrame({ kid: long, payload, signature })).toThrow();
  });
});

describe('signedBytes', () => {
  const { key, frame } = accepted();

  it('is what the key of a golden vector signed', () => {
    const message = signedBytes(frame, 'HP1/pass');
    expect(isSigned(message, frame, key.publicKey)).toBe(true);
  });

  it('is another message under another context', () => {
    const message = signedBytes(frame, 'HP1/site');
    expect(isSigned(message, frame, key.publicKey)).toBe(false);
  });
});

describe('kidOf', () => {
  it('names the key of the golden vectors as they do', () => {
    const { key, frame } = accepted();
    const publicKey = Uint8Array.from(Buffer.from(key.publicKey, 'hex'));
    const kid = kidOf(key.issuer, publicKey, sha256);
    expect(Buffer.from(kid).toString('hex')).toBe(key.kid);
    expect(kid).toEqual(frame.kid);
  });
});

function accepted(): { readonly key: VectorKey; readonly frame: Frame } {
  const vector = vectors.find(({ id }) => id === 'accepted-live-least');
  const [key] = vectorTrust['open']?.keys ?? [];
  if (vector === undefined || key === undefined) throw new Error('no vector');
  const read = decodeText(vector.text);
  if (!read.ok) throw new Error('the sound vector is not read');
  return { key, frame: read.value.frame };
}

function isSigned(message: Uint8Array, frame: Frame, key: string): boolean {
  const x = Buffer.from(key, 'hex').toString('base64url');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, message, publicKey, frame.signature);
}

function bytes(least: number, most: number): fc.Arbitrary<Uint8Array> {
  return fc
    .uint8Array({ minLength: least, maxLength: most })
    .map((value) => Uint8Array.from(value));
}
