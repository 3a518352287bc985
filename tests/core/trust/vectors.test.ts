import { describe, expect, it } from 'vitest';
import { checkPass, readTrustList, type CheckedPass } from '#core/trust';
import {
  passVectors,
  type Expected,
  type Vector,
  type VectorKey,
} from '#fixtures/vectors';
import { signatures } from '#kiosk/crypto';
import { siteContent, trustedNow } from './signing.ts';

describe('checkPass, with both engines and the one key a vector trusts,', () => {
  it.each(passVectors)('answers $id', (vector) => {
    expect(answerTo(vector)).toEqual(
      vector.expect.ok ? 'authentic' : vector.expect,
    );
  });
});

function answerTo({ text, key }: Vector): Expected | 'authentic' {
  const trust = readTrustList(
    siteContent({
      issuers: [{ id: key.issuer, nameZh: '测', nameEn: 'Test', colours: {} }],
      keys: [trusted(key)],
      statusLists: [],
    }),
  );
  return toExpected(checkPass(text, trust, signatures, trustedNow, 'site'));
}

function trusted({ issuer, kid, publicKey }: VectorKey) {
  return {
    kid,
    issuer,
    publicKey: Uint8Array.from(Buffer.from(publicKey, 'hex')),
    kinds: ['pass'],
    forms: ['live', 'paper', 'static'],
    from: 0,
    until: Number.MAX_SAFE_INTEGER,
    areas: [],
  } as const;
}

function toExpected(checked: CheckedPass): Expected | 'authentic' {
  switch (checked.kind) {
    case 'authentic':
      return 'authentic';
    case 'unknown-key':
      return { ok: false, reason: 'unknown-key' };
    case 'counterfeit':
      return { ok: false, reason: 'counterfeit', detail: checked.detail };
    case 'demo-pass':
      throw new Error('no vector is of the demo');
    case 'unusable':
    case 'unreadable': {
      const { refusal } = checked;
      if (refusal.reason === 'update-kiosk')
        return { ok: false, reason: 'update-kiosk' };
      const detail =
        refusal.reason === 'malformed' ? refusal.detail : refusal.looksLike;
      return { ok: false, reason: refusal.reason, detail };
    }
  }
}
