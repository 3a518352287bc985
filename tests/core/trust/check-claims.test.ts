import { describe, expect, it } from 'vitest';
import { encodeCbor, type CborValue } from '#core/cbor';
import { type SinglePass } from '#core/pass';
import { edgeCases } from '#fixtures/ed25519';
import { check, counterfeit, greenPass, household } from './passes.ts';
import { signPass, signText, testKey } from './signing.ts';

const sichuan = testKey('51');

describe('checkPass, the claims under a sound signature', () => {
  it('refuses a payload that is no CBOR as unusable', () => {
    expect(check(signText(Uint8Array.of(0xff), sichuan))).toMatchObject({
      kind: 'unusable',
      issuer: { id: '51' },
      refusal: { reason: 'malformed' },
    });
  });

  it('refuses a payload that is no map as unusable', () => {
    expect(check(signText(encodeCbor([1]), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { reason: 'malformed', detail: 'claims-not-a-map' },
    });
  });

  it('refuses a pass of another issuer than its key', () => {
    const text = signPass(greenPass({ issuer: '37' }), sichuan);
    expect(check(text)).toEqual(counterfeit('issuer-mismatch'));
  });

  it.each<[string, CborValue]>([
    ['no issuer', new Map()],
    ['an issuer that is no text', new Map([[1, 51]])],
    [
      'another issuer and a later schema',
      new Map<number, CborValue>([
        [1, '37'],
        [-65537, new Map([[1, 2]])],
      ]),
    ],
  ])('puts the issuer before every other fault: %s', (_, payload) => {
    expect(check(signText(encodeCbor(payload), sichuan))).toEqual(
      counterfeit('issuer-mismatch'),
    );
  });

  it('says that the kiosk is too old for a later schema of its issuer', () => {
    const payload = new Map<number, CborValue>([
      [1, '51'],
      [-65537, new Map([[1, 2]])],
    ]);
    expect(check(signText(encodeCbor(payload), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { reason: 'update-kiosk' },
    });
  });

  it('refuses a missing claim as unusable', () => {
    const payload = new Map<number, CborValue>([[1, '51']]);
    expect(check(signText(encodeCbor(payload), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { reason: 'malformed', detail: 'claim-missing' },
    });
  });

  it('takes an honest holder key', () => {
    const { publicKey } = testKey('holder');
    const text = signPass(livePass(publicKey), sichuan);
    expect(check(text).kind).toBe('authentic');
  });

  it.each(['small-order', 'y of A not below p', 'mixed-order A'] as const)(
    'refuses a holder key of the family "%s"',
    (family) => {
      const edge = edgeCases().find((found) => found.family === family);
      const key = edge?.publicKey ?? new Uint8Array(32);
      expect(check(signPass(livePass(key), sichuan))).toMatchObject({
        kind: 'unusable',
        refusal: { reason: 'malformed', detail: 'holder-key', where: '8' },
      });
    },
  );

  it.each(['Y', 'R'])(
    'refuses the colour %s without a reason, for the issuer maps it to other than normal',
    (code) => {
      const pass = greenPass();
      const health = { ...pass.health, colour: { code } };
      expect(check(signPass({ ...pass, health }, sichuan))).toMatchObject({
        kind: 'unusable',
        refusal: { detail: 'claim-missing', where: '-65537/4' },
      });
      const colourReason = { reasonClass: 5, setBy: '51' };
      const explained = { ...health, colourReason };
      expect(
        check(signPass({ ...pass, health: explained }, sichuan)).kind,
      ).toBe('authentic');
    },
  );

  it('asks no reason for a colour that the issuer does not map', () => {
    for (const code of ['?', 'toString']) {
      const pass = greenPass();
      const health = { ...pass.health, colour: { code } };
      expect(check(signPass({ ...pass, health }, sichuan)).kind).toBe(
        'authentic',
      );
    }
  });

  it('asks each member of a household for the reason of their colour', () => {
    expect(check(signPass(household(['G', 'Y']), sichuan))).toMatchObject({
      kind: 'unusable',
      refusal: { detail: 'claim-missing', where: '-65537/11/1/4' },
    });
    expect(check(signPass(household(['G', 'G']), sichuan)).kind).toBe(
      'authentic',
    );
  });
});

function livePass(holderKey: Uint8Array): SinglePass {
  return greenPass({ form: 'live', holderKey });
}
