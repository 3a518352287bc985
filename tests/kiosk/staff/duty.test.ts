import { describe, expect, test } from 'vitest';
import { openOffice, type TestOffice } from './office.ts';

const badge = 'BADGE-0001';
const onDuty = (office: TestOffice): string | undefined =>
  office.staff().shift()?.name;

describe('a shift', () => {
  test('is started by a badge and ended by the same, each with an entry', async () => {
    const office = openOffice();
    expect(office.staff().take(`${badge}\r`)).toEqual({ ok: true });
    expect(onDuty(office)).toBe('Li');
    expect(office.log().at(-1)).toMatchObject({
      action: 'shift-started',
      name: 'Li',
    });
    expect(office.staff().take(badge)).toEqual({ ok: true });
    expect(onDuty(office)).toBeUndefined();
    expect(office.log().at(-1)).toMatchObject({
      action: 'shift-ended',
      name: 'Li',
    });
  });

  test('is started by a name without a login, and relieves whoever was on duty', async () => {
    const office = openOffice();
    const { do: perform } = office.desk();
    await perform({ kind: 'start-shift', staffId: office.id('Li') });
    await perform({ kind: 'start-shift', staffId: office.id('Zhou') });
    expect(onDuty(office)).toBe('Zhou');
    expect(office.log().slice(-2)).toMatchObject([
      { action: 'shift-ended', name: 'Li', because: 'relieved' },
      { action: 'shift-started', name: 'Zhou' },
    ]);
  });

  test('goes on over a restart', async () => {
    const office = openOffice();
    office.staff().take(badge);
    const before = office.staff().shift();
    office.crash();
    expect(office.staff().shift()).toEqual(before);
  });

  test('is ended only where one runs', async () => {
    const office = openOffice();
    expect(await office.desk().do({ kind: 'end-shift' })).toEqual({
      ok: false,
      error: 'contract.not-offered',
    });
  });

  test('that cannot be recorded does not begin', async () => {
    const office = openOffice();
    office.store().close();
    expect(office.staff().take(badge)).toEqual({
      ok: false,
      error: 'contract.out-of-service',
    });
    office.crash();
    expect(onDuty(office)).toBeUndefined();
  });
});

describe('a text', () => {
  test.each([
    ['nobody has registered', 'BADGE-0002'],
    ['that is a pass', 'HP1MFRGG'],
    ['too short for a badge', 'B'],
    ['too long for one', 'B'.repeat(257)],
    ['that is empty', ''],
  ])('%s is no badge', async (_, text) => {
    const office = openOffice();
    expect(office.staff().take(text)).toBeUndefined();
    expect(onDuty(office)).toBeUndefined();
  });

  test('is no badge any more once another was given, or its owner has left', async () => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    const staffId = office.id('Li');
    await perform({ kind: 'set-badge', staffId, badge: 'BADGE-0009' });
    expect(office.staff().take(badge)).toBeUndefined();
    expect(office.staff().take('BADGE-0009')).toEqual({ ok: true });
    await perform({ kind: 'remove-staff', staffId });
    expect(office.staff().take('BADGE-0009')).toBeUndefined();
  });

  test('may be the badge of one person only', async () => {
    const office = openOffice();
    const { do: perform } = office.desk('supervisor');
    expect(
      await perform({ kind: 'set-badge', staffId: office.id('Zhou'), badge }),
    ).toEqual({ ok: false, error: 'staff.badge-taken' });
    expect(
      await perform({ kind: 'set-badge', staffId: office.id('Li'), badge }),
    ).toEqual({ ok: true });
  });
});

describe('what a client waits for', () => {
  test('comes to it and to nobody else, once, and starts no shift', async () => {
    const office = openOffice();
    const [one, other] = [office.desk('supervisor'), office.desk('supervisor')];
    await one.do({ kind: 'await-read', what: 'badge' });
    expect(office.staff().take(badge)).toEqual({ ok: true });
    expect(one.desk.read()).toEqual({ what: 'badge', text: badge });
    expect(one.changes()).toBe(1);
    expect(other.desk.read()).toBeUndefined();
    expect(onDuty(office)).toBeUndefined();
    office.staff().take(badge);
    expect(onDuty(office)).toBe('Li');
  });

  test('is never a holder’s pass, and no badge where a recovery code is meant', async () => {
    const office = openOffice();
    const { do: perform, desk } = office.desk();
    await perform({ kind: 'await-read', what: 'recovery-code' });
    for (const text of ['HP1MFRGG', 'BADGE-0002'])
      expect(office.staff().take(text)).toBeUndefined();
    office.staff().take('HR1MFRGG');
    expect(desk.read()).toEqual({ what: 'recovery-code', text: 'HR1MFRGG' });
  });

  test('may be a freshness token, without a login', async () => {
    const office = openOffice();
    const { do: perform, desk } = office.desk();
    await perform({ kind: 'await-read', what: 'freshness-token' });
    for (const text of ['HP1MFRGG', 'HR1MFRGG', 'BADGE-0002'])
      expect(office.staff().take(text)).toBeUndefined();
    expect(office.staff().take(' ht1mfrgg\r\n')).toEqual({ ok: true });
    expect(desk.read()).toEqual({ what: 'freshness-token', text: 'ht1mfrgg' });
    expect(office.staff().take('HT1MFRGG')).toBeUndefined();
  });

  test('is forgotten after a minute, and when it is no longer waited for', async () => {
    const office = openOffice();
    const { do: perform, desk } = office.desk('supervisor');
    await perform({ kind: 'await-read', what: 'badge' });
    office.pass(60_000);
    expect(office.staff().take('BADGE-0002')).toBeUndefined();
    await perform({ kind: 'await-read', what: 'badge' });
    office.staff().take('BADGE-0002');
    await perform({ kind: 'await-read', what: 'nothing' });
    expect(desk.read()).toBeUndefined();
  });

  test('is a badge for supervisors alone', async () => {
    const office = openOffice();
    expect(
      await office.desk().do({ kind: 'await-read', what: 'badge' }),
    ).toEqual({ ok: false, error: 'contract.role' });
  });
});
