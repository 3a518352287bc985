import { describe, expect, it } from 'vitest';
import { kidOf } from '#core/pass';
import type { IssuerKey } from '#core/trust';
import { edgeCases } from '#fixtures/ed25519';
import { sha256 } from '#kiosk/crypto';
import { heldOf, refusalOf } from './bundle-of.ts';
import { issuerKey, siteContent, testKey, toHex } from './signing.ts';

const sichuan = testKey('51');

describe('the keys of a bundle', () => {
  it('are refused with a window that never opens', () => {
    expect(refused([issuerKey(sichuan, { from: 5, until: 5 })])).toEqual({
      code: 'bundle-malformed',
      where: 'keys.0',
    });
  });

  it.each(['small-order', 'y of A not below p', 'mixed-order A'] as const)(
    'are refused with one of the family "%s"',
    (family) => {
      const edge = edgeCases().find((found) => found.family === family);
      if (edge === undefined) throw new Error(`no case of ${family}`);
      const { publicKey } = edge;
      const kid = toHex(kidOf('51', publicKey, sha256));
      expect(refused([issuerKey(sichuan, { publicKey, kid })])).toEqual({
        code: 'bundle-key',
        where: 'keys.0',
      });
    },
  );

  it('may be several of one issuer', () => {
    const second = testKey('51', 'second');
    const { trust } = heldOf({
      keys: [issuerKey(sichuan), issuerKey(second)],
    });
    expect(trust.keys(toHex(second.kid))).toEqual([issuerKey(second)]);
    expect(trust.keys('0000000000000000')).toEqual([]);
  });

  function refused(keys: readonly IssuerKey[]): unknown {
    return refusalOf({ keys });
  }
});

describe('the times inside a bundle', () => {
  const { signedAtMs, policy, statusLists } = siteContent();

  it('are refused with rules said after it was signed', () => {
    const at = (asOfMs: number): unknown =>
      refusalOf({ policy: { ...policy, asOfMs } });
    expect(at(signedAtMs)).toEqual({ code: 'taken' });
    expect(at(signedAtMs + 1)).toEqual({
      code: 'bundle-malformed',
      where: 'policy.asOfMs',
    });
  });

  it('are refused with a status list of after it was signed', () => {
    const at = (asOfMs: number): unknown =>
      refusalOf({
        statusLists: statusLists.map((list) => ({ ...list, asOfMs })),
      });
    expect(at(signedAtMs)).toEqual({ code: 'taken' });
    expect(at(signedAtMs + 1)).toEqual({
      code: 'bundle-malformed',
      where: 'statusLists.0.asOfMs',
    });
  });
});
