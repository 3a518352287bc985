import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openOffice, pins, type TestDesk, type TestOffice } from './office.ts';

const newPin = '40718256';

async function loggedIn(
  office: TestOffice,
  name: 'Zhao' | 'Qian' | 'Sun',
): Promise<TestDesk> {
  const client = office.desk();
  const pin = { Zhao: pins.zhao, Qian: pins.qian, Sun: pins.sun }[name];
  const staffId = office.id(name);
  expect(await client.do({ kind: 'log-in', staffId, pin })).toEqual({
    ok: true,
  });
  return client;
}

const names = (office: TestOffice): readonly string[] =>
  office
    .staff()
    .members()
    .map(({ name }) => name);

describe('adding someone', () => {
  test('makes them one who may log in, and is in the log with who did it', async () => {
    const office = openOffice();
    const { do: perform } = await loggedIn(office, 'Zhao');
    expect(
      await perform({
        kind: 'add-staff',
        name: 'Wu',
        role: 'maintainer',
        pin: newPin,
      }),
    ).toEqual({ ok: true });
    expect(office.log().at(-1)).toMatchObject({
      action: 'staff-added',
      name: 'Wu',
      role: 'maintainer',
      byName: 'Zhao',
    });
    const client = office.desk();
    const staffId = office.id('Wu');
    expect(await client.do({ kind: 'log-in', staffId, pin: newPin })).toEqual({
      ok: true,
    });
    expect(client.desk.role()).toBe('maintainer');
  });

  test.each([
    [
      'a name someone has',
      { name: 'Qian', role: 'auditor', pin: newPin },
      'staff.name-taken',
    ],
    [
      'a birthday for a PIN',
      { name: 'Wu', role: 'auditor', pin: '19880214' },
      'staff.weak-pin',
    ],
    [
      'a badge someone has',
      { name: 'Wu', role: 'guard', badge: ' BADGE-0001 ' },
      'staff.badge-taken',
    ],
    [
      "a holder's pass for a badge",
      { name: 'Wu', role: 'guard', badge: 'HP12345' },
      'staff.unfit-badge',
    ],
    [
      'a guard with a PIN',
      { name: 'Wu', role: 'guard', pin: newPin },
      'contract.bad-request',
    ],
    [
      'a supervisor without',
      { name: 'Wu', role: 'supervisor' },
      'contract.bad-request',
    ],
  ] as const)('is refused with %s', async (_, person, error) => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    expect(await perform({ kind: 'add-staff', ...person })).toEqual({
      ok: false,
      error,
    });
    expect(names(office)).not.toContain('Wu');
  });

  test('may use the name of one who has left', async () => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    const staffId = office.id('Zhou');
    await perform({ kind: 'remove-staff', staffId });
    await perform({ kind: 'add-staff', name: 'Zhou', role: 'guard' });
    expect(office.id('Zhou')).not.toBe(staffId);
    expect(names(office)).toContain('Zhou');
  });
});

describe('removing someone', () => {
  test('ends their session where they are, visibly, and keeps their row', async () => {
    const office = openOffice();
    const qian = await loggedIn(office, 'Qian');
    const zhao = await loggedIn(office, 'Zhao');
    const staffId = office.id('Qian');
    const before = qian.changes();
    expect(await zhao.do({ kind: 'remove-staff', staffId })).toEqual({
      ok: true,
    });
    expect(qian.desk.session()).toEqual({ kind: 'nobody' });
    expect(qian.desk.role()).toBe('guard');
    expect(qian.changes()).toBe(before + 1);
    expect(names(office)).not.toContain('Qian');
    expect(
      office
        .store()
        .staff.rows()
        .find(({ id }) => id === staffId)?.isRemoved,
    ).toBe(true);
    expect(office.log().slice(-2)).toMatchObject([
      { action: 'staff-removed', name: 'Qian', byName: 'Zhao' },
      { action: 'session-ended', name: 'Qian', because: 'removed' },
    ]);
  });

  test('is refused for the last supervisor, and for nobody', async () => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    await perform({ kind: 'remove-staff', staffId: office.id('Qian') });
    expect(
      await perform({ kind: 'remove-staff', staffId: office.id('Zhao') }),
    ).toEqual({ ok: false, error: 'staff.last-supervisor' });
    expect(
      await perform({ kind: 'remove-staff', staffId: randomUUID() }),
    ).toEqual({ ok: false, error: 'staff.unknown' });
  });

  test('ends the shift they were on', async () => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    const staffId = office.id('Li');
    await perform({ kind: 'start-shift', staffId });
    await perform({ kind: 'remove-staff', staffId });
    expect(office.staff().shift()).toBeUndefined();
  });
});

describe('a PIN', () => {
  test('of one’s own is changed with the old one', async () => {
    const office = openOffice();
    const { do: perform } = await loggedIn(office, 'Zhao');
    expect(
      await perform({ kind: 'change-own-pin', oldPin: pins.zhao, newPin }),
    ).toEqual({ ok: true });
    expect(office.log().at(-1)).toMatchObject({ action: 'pin-changed' });
    const staffId = office.id('Zhao');
    const again = office.desk();
    expect(await again.do({ kind: 'log-in', staffId, pin: newPin })).toEqual({
      ok: true,
    });
  });

  test('tried as the old one counts like any other', async () => {
    const office = openOffice();
    const { do: perform } = await loggedIn(office, 'Zhao');
    expect(
      await perform({ kind: 'change-own-pin', oldPin: pins.qian, newPin }),
    ).toEqual({ ok: false, error: 'staff.wrong-pin' });
    const [zhao] = office.store().staff.rows();
    expect(zhao?.attempts).toBe(1);
  });

  test('of one’s own needs a login', async () => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    expect(
      await perform({ kind: 'change-own-pin', oldPin: pins.zhao, newPin }),
    ).toEqual({ ok: false, error: 'staff.not-logged-in' });
  });

  test('given anew by another supervisor ends the sessions under the old one', async () => {
    const office = openOffice();
    const qian = await loggedIn(office, 'Qian');
    const zhao = await loggedIn(office, 'Zhao');
    const staffId = office.id('Qian');
    expect(await zhao.do({ kind: 'reset-pin', staffId, newPin })).toEqual({
      ok: true,
    });
    expect(qian.desk.session()).toEqual({ kind: 'nobody' });
    expect(office.log()).toContainEqual(
      expect.objectContaining({
        action: 'pin-reset',
        name: 'Qian',
        byName: 'Zhao',
      }),
    );
  });

  test('is given anew to nobody by themselves, and to no guard', async () => {
    const office = openOffice();
    const { do: perform } = await loggedIn(office, 'Zhao');
    for (const name of ['Zhao', 'Li'])
      expect(
        await perform({ kind: 'reset-pin', staffId: office.id(name), newPin }),
      ).toEqual({ ok: false, error: 'contract.not-offered' });
  });

  test('is in the store as a hash and nothing else', async () => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    await perform({
      kind: 'add-staff',
      name: 'Wu',
      role: 'auditor',
      pin: newPin,
    });
    const kept = JSON.stringify([office.store().staff.rows(), office.log()]);
    expect(kept).toContain('scrypt$17$8$1$');
    for (const pin of [...Object.values(pins), newPin, 'BADGE-0001'])
      expect(kept).not.toContain(pin);
  });
});

describe('a session', () => {
  test('ends with its client, and the log says why', async () => {
    const office = openOffice();
    const { desk } = await loggedIn(office, 'Zhao');
    desk.close();
    expect(office.log().at(-1)).toMatchObject({
      action: 'session-ended',
      name: 'Zhao',
      because: 'client-gone',
    });
  });

  test('ends by logging out', async () => {
    const office = openOffice();
    const client = await loggedIn(office, 'Zhao');
    expect(await client.do({ kind: 'log-out' })).toEqual({ ok: true });
    expect(client.desk.session()).toEqual({ kind: 'nobody' });
    expect(await client.do({ kind: 'stay' })).toEqual({
      ok: false,
      error: 'staff.not-logged-in',
    });
    expect(office.log().at(-1)).toMatchObject({ action: 'log-out' });
  });

  test('is over at its limit even before anyone was told', async () => {
    const office = openOffice();
    const { desk } = await loggedIn(office, 'Zhao');
    office.pass(180_000);
    expect(desk.session()).toEqual({ kind: 'nobody' });
    expect(desk.role()).toBe('guard');
  });

  test('is not carried over a restart', async () => {
    const office = openOffice();
    await loggedIn(office, 'Zhao');
    office.crash();
    expect(office.desk().desk.session()).toEqual({ kind: 'nobody' });
  });
});
