import { describe, expect, test } from 'vitest';
import { makeRoot, recoveryCode, type SigningKey } from '#fixtures/issuer';
import type { CommandAnswer } from '#kiosk/contract';
import { checkpointId, openOffice, type TestOffice } from './office.ts';
import { keys, otherTargetsKey, rootOf } from './roots.ts';

const newPin = '40718256';

interface Wishes {
  readonly by?: SigningKey;
  readonly checkpoint?: string;
  readonly challenge?: string;
  readonly issuedAt?: number;
  readonly expiresAt?: number;
}

function codeFor(office: TestOffice, wishes: Wishes = {}): string {
  const issuedAt = Math.floor(office.clock.wallMs / 1000) - 60;
  return recoveryCode(wishes.by ?? keys.targets[0], {
    checkpoint: wishes.checkpoint ?? checkpointId,
    challenge: wishes.challenge ?? office.staff().recoveryChallenge(),
    issuedAt: wishes.issuedAt ?? issuedAt,
    expiresAt: wishes.expiresAt ?? issuedAt + 3600,
  });
}

function recover(
  office: TestOffice,
  code: string,
  name = 'Zhao',
): Promise<CommandAnswer> {
  return office
    .desk()
    .do({ kind: 'recover', code, staffId: office.id(name), newPin });
}

describe('a recovery code', () => {
  test('gives a locked-out supervisor a new PIN without a login, and is in the log', async () => {
    const office = openOffice();
    office.tried('Zhao', 20);
    expect(await recover(office, codeFor(office))).toEqual({ ok: true });
    expect(office.log().at(-1)).toMatchObject({
      action: 'pin-recovered',
      name: 'Zhao',
    });
    const staffId = office.id('Zhao');
    expect(
      await office.desk().do({ kind: 'log-in', staffId, pin: newPin }),
    ).toEqual({ ok: true });
  });

  test('may come in small letters, broken over lines', async () => {
    const office = openOffice();
    const code = codeFor(office).toLowerCase();
    const broken = `${code.slice(0, 60)}\n ${code.slice(60)}\r\n`;
    expect(await recover(office, broken)).toEqual({ ok: true });
  });

  test('may be for the challenge as someone heard it over a telephone', async () => {
    const office = openOffice();
    const heard = office
      .staff()
      .recoveryChallenge()
      .toLowerCase()
      .replace('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    const code = codeFor(office, { challenge: heard });
    expect(await recover(office, code)).toEqual({ ok: true });
  });

  test('is signed by any one key of the targets role, however many that takes', async () => {
    for (const by of keys.targets) {
      const office = openOffice();
      expect(await recover(office, codeFor(office, { by }))).toEqual({
        ok: true,
      });
    }
  });

  test('is of the root in force, not of the one before', async () => {
    const office = openOffice();
    const key = makeRoot('TEST-ROOT');
    office.setRoot(rootOf({ targets: [key] }));
    expect(await recover(office, codeFor(office))).toEqual({
      ok: false,
      error: 'staff.bad-code',
    });
    const code = codeFor(office, { by: key });
    expect(await recover(office, code)).toEqual({ ok: true });
  });

  test('works once', async () => {
    const office = openOffice();
    const code = codeFor(office);
    await recover(office, code);
    expect(await recover(office, code)).toEqual({
      ok: false,
      error: 'staff.bad-code',
    });
  });

  test.each<[string, (office: TestOffice) => string]>([
    ['of another root', (o) => codeFor(o, { by: makeRoot('TEST-ROOT') })],
    ['by a root key', (o) => codeFor(o, { by: keys.root[0] })],
    ['by a timestamp key', (o) => codeFor(o, { by: keys.timestamp[0] })],
    ['by a snapshot key', (o) => codeFor(o, { by: keys.snapshot[0] })],
    ['under a kid that is not its own', (o) => codeFor(o, { by: underKid() })],
    ['in another root’s name', (o) => codeFor(o, { by: inOtherName() })],
    ['for another kiosk', (o) => codeFor(o, { checkpoint: 'OTHER-GATE' })],
    ['for another challenge', (o) => codeFor(o, { challenge: 'AAAAAAAA' })],
    [
      'that has run out',
      (o) =>
        codeFor(o, {
          issuedAt: o.clock.wallMs / 1000 - 7200,
          expiresAt: o.clock.wallMs / 1000 - 3600,
        }),
    ],
    [
      'that is good for longer than a day',
      (o) =>
        codeFor(o, {
          issuedAt: o.clock.wallMs / 1000,
          expiresAt: o.clock.wallMs / 1000 + 86_401,
        }),
    ],
    ['with a letter changed', (o) => tampered(codeFor(o))],
    ['that is none', () => 'HR1'],
    ['that is a pass', () => 'HP1MFRGG'],
  ])('%s is refused, and the PIN stays', async (_, make) => {
    const office = openOffice();
    trustNow(office);
    expect(await recover(office, make(office))).toEqual({
      ok: false,
      error: 'staff.bad-code',
    });
    expect(office.log().at(-1)).toMatchObject({ action: 'recovery-failed' });
  });

  test('is for supervisors, and for no weak PIN', async () => {
    const office = openOffice();
    const code = codeFor(office);
    expect(await recover(office, code, 'Sun')).toEqual({
      ok: false,
      error: 'staff.unknown',
    });
    const staffId = office.id('Zhao');
    expect(
      await office
        .desk()
        .do({ kind: 'recover', code, staffId, newPin: '12345678' }),
    ).toEqual({ ok: false, error: 'staff.weak-pin' });
    expect(await recover(office, code)).toEqual({ ok: true });
  });
});

describe('the challenge', () => {
  test('is eight letters and digits in two fours that stay over a restart', async () => {
    const office = openOffice();
    const challenge = office.staff().recoveryChallenge();
    expect(challenge).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    office.crash();
    expect(office.staff().recoveryChallenge()).toBe(challenge);
  });

  test('is another one after each use, and after ten wrong codes', async () => {
    const office = openOffice();
    const first = office.staff().recoveryChallenge();
    await recover(office, codeFor(office));
    const second = office.staff().recoveryChallenge();
    expect(second).not.toBe(first);
    for (let code = 1; code < 10; code += 1) await recover(office, 'HR1A');
    office.crash();
    expect(office.staff().recoveryChallenge()).toBe(second);
    await recover(office, 'HR1A');
    expect(office.staff().recoveryChallenge()).not.toBe(second);
  });
});

/** A clock that knows what has certainly passed; without it only the challenge decides. */
function trustNow(office: TestOffice): void {
  office.store().clock.believe(office.clock.wallMs - 1000);
  office.crash();
}

/** One key of the role that signs under the other's kid. */
function underKid(): SigningKey {
  return { ...keys.targets[0], kid: otherTargetsKey.kid };
}

/** The key and its kid, and a payload that names somebody else. */
function inOtherName(): SigningKey {
  return { ...keys.targets[0], owner: 'OTHER-ROOT' };
}

function tampered(code: string): string {
  const at = code.length - 20;
  const other = code.charAt(at) === 'A' ? 'B' : 'A';
  return code.slice(0, at) + other + code.slice(at + 1);
}
