import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CommandAnswer } from '#kiosk/contract';
import { openOffice, pins, type TestDesk, type TestOffice } from './office.ts';

const wrong = '00000001';

function logIn(
  office: TestOffice,
  { do: perform }: TestDesk,
  name: string,
  pin: string,
): Promise<CommandAnswer> {
  return perform({ kind: 'log-in', staffId: office.id(name), pin });
}

function attemptsOf(office: TestOffice, name: string): number | undefined {
  return office
    .store()
    .staff.rows()
    .find((row) => row.name === name)?.attempts;
}

function lockOf(office: TestOffice, name: string): unknown {
  return office
    .staff()
    .members()
    .find((member) => member.name === name)?.lock;
}

/** The last of so many wrong PINs is a real one; whatever those before it locked has run out. */
async function failTimes(
  office: TestOffice,
  name: string,
  times: number,
): Promise<void> {
  if (times > 1) office.tried(name, times - 1);
  await logIn(office, office.desk(), name, wrong);
}

describe('a log-in', () => {
  test('with the right PIN gives the role, and is in the log before it does', async () => {
    const office = openOffice();
    const client = office.desk();
    expect(client.desk.role()).toBe('guard');
    expect(await logIn(office, client, 'Zhao', pins.zhao)).toEqual({
      ok: true,
    });
    expect(client.desk.role()).toBe('supervisor');
    expect(client.desk.session()).toEqual({
      kind: 'staff',
      staffId: office.id('Zhao'),
      name: 'Zhao',
      role: 'supervisor',
      idleLeftMs: 180_000,
      totalLeftMs: 900_000,
    });
    expect(office.log().at(-1)).toMatchObject({
      action: 'log-in',
      name: 'Zhao',
      attempts: 1,
    });
  });

  test('on one client is no log-in on another', async () => {
    const office = openOffice();
    const [one, other] = [office.desk(), office.desk()];
    await logIn(office, one, 'Zhao', pins.zhao);
    expect(other.desk.role()).toBe('guard');
    expect(other.desk.session()).toEqual({ kind: 'nobody' });
  });

  test('with a wrong PIN gives nothing, is counted and is in the log without the PIN', async () => {
    const office = openOffice();
    const client = office.desk();
    expect(await logIn(office, client, 'Zhao', wrong)).toEqual({
      ok: false,
      error: 'staff.wrong-pin',
    });
    expect(client.desk.role()).toBe('guard');
    expect(attemptsOf(office, 'Zhao')).toBe(1);
    const entry = office.log().at(-1);
    expect(entry).toMatchObject({ action: 'log-in-failed', attempts: 1 });
    expect(JSON.stringify(entry)).not.toContain(wrong);
  });

  test('of nobody who works here is refused, and counts at the door', async () => {
    const office = openOffice();
    const { do: perform } = office.desk();
    expect(
      await perform({ kind: 'log-in', staffId: randomUUID(), pin: wrong }),
    ).toEqual({ ok: false, error: 'staff.unknown' });
    expect(office.store().staff.door().attempts).toBe(1);
  });

  test('of a guard, who has no PIN, is refused as a wrong one', async () => {
    const office = openOffice();
    expect(await logIn(office, office.desk(), 'Li', wrong)).toEqual({
      ok: false,
      error: 'staff.wrong-pin',
    });
  });

  test('that succeeds takes back what came before it', async () => {
    const office = openOffice();
    await failTimes(office, 'Zhao', 4);
    expect(attemptsOf(office, 'Zhao')).toBe(4);
    await logIn(office, office.desk(), 'Zhao', pins.zhao);
    expect(attemptsOf(office, 'Zhao')).toBe(0);
    expect(office.store().staff.door().attempts).toBe(0);
  });

  test('is counted on the disk before its PIN is looked at', async () => {
    const office = openOffice();
    const answered = logIn(office, office.desk(), 'Zhao', pins.zhao);
    await Promise.resolve();
    expect(attemptsOf(office, 'Zhao')).toBe(1);
    await answered;
    expect(attemptsOf(office, 'Zhao')).toBe(0);
  });

  test('on a client that has gone meanwhile opens no session', async () => {
    const office = openOffice();
    const client = office.desk();
    const answered = logIn(office, client, 'Zhao', pins.zhao);
    client.desk.close();
    expect(await answered).toEqual({
      ok: false,
      error: 'staff.not-logged-in',
    });
    expect(client.desk.role()).toBe('guard');
  });

  test('ends the session that was there before', async () => {
    const office = openOffice();
    const client = office.desk();
    await logIn(office, client, 'Zhao', pins.zhao);
    await logIn(office, client, 'Sun', pins.sun);
    expect(client.desk.role()).toBe('auditor');
    expect(office.log().slice(-2)).toMatchObject([
      { action: 'session-ended', name: 'Zhao', because: 'another-log-in' },
      { action: 'log-in', name: 'Sun' },
    ]);
  });

  test('that cannot be recorded is not done', async () => {
    const office = openOffice();
    const client = office.desk();
    const staffId = office.id('Zhao');
    office.store().close();
    expect(
      await client.do({ kind: 'log-in', staffId, pin: pins.zhao }),
    ).toEqual({ ok: false, error: 'contract.out-of-service' });
    expect(client.desk.role()).toBe('guard');
    office.crash();
  });

  test('waits its turn, and beyond a handful is sent away without being counted', async () => {
    const office = openOffice();
    const client = office.desk();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => logIn(office, client, 'Sun', wrong)),
    );
    const busy = answers.filter(
      (answer) => !answer.ok && answer.error === 'contract.busy',
    );
    expect(busy.length).toBe(3);
    expect(attemptsOf(office, 'Sun')).toBe(5);
  });
});

describe('a lock', () => {
  test('comes with the fifth wrong PIN in a row, and keeps the right one out too', async () => {
    const office = openOffice();
    await failTimes(office, 'Zhao', 4);
    expect(lockOf(office, 'Zhao')).toBeUndefined();
    await failTimes(office, 'Zhao', 1);
    expect(lockOf(office, 'Zhao')).toEqual({
      kind: 'for-a-while',
      leftMs: 30_000,
    });
    expect(office.log().at(-1)).toMatchObject({
      action: 'locked',
      name: 'Zhao',
      attempts: 5,
      lockMs: 30_000,
    });
    expect(await logIn(office, office.desk(), 'Zhao', pins.zhao)).toEqual({
      ok: false,
      error: 'staff.locked',
    });
    expect(attemptsOf(office, 'Zhao')).toBe(5);
  });

  test('is over when its time has passed, and the next wrong PIN costs twice as much', async () => {
    const office = openOffice();
    await failTimes(office, 'Zhao', 5);
    office.pass(30_000);
    expect(lockOf(office, 'Zhao')).toBeUndefined();
    await failTimes(office, 'Zhao', 1);
    expect(lockOf(office, 'Zhao')).toEqual({
      kind: 'for-a-while',
      leftMs: 60_000,
    });
  });

  test('of one person keeps nobody else out', async () => {
    const office = openOffice();
    await failTimes(office, 'Zhao', 5);
    expect(await logIn(office, office.desk(), 'Qian', pins.qian)).toEqual({
      ok: true,
    });
  });

  test('keeps everyone out after ten wrong PINs at many names', async () => {
    const office = openOffice();
    await failTimes(office, 'Zhao', 4);
    await failTimes(office, 'Qian', 4);
    await failTimes(office, 'Sun', 2);
    expect(lockOf(office, 'Zhao')).toEqual({
      kind: 'for-a-while',
      leftMs: 30_000,
    });
    expect(await logIn(office, office.desk(), 'Sun', pins.sun)).toEqual({
      ok: false,
      error: 'staff.locked',
    });
  });

  test.each(['same-boot', 'next-boot'] as const)(
    'goes on after a crash from what was last written down: %s',
    async (boot) => {
      const office = openOffice();
      await failTimes(office, 'Zhao', 5);
      office.pass(20_000);
      office.crash(boot);
      expect(lockOf(office, 'Zhao')).toEqual({
        kind: 'for-a-while',
        leftMs: 30_000,
      });
      office.pass(29_999);
      expect(lockOf(office, 'Zhao')).toBeDefined();
      office.pass(1);
      expect(lockOf(office, 'Zhao')).toBeUndefined();
    },
  );

  test('goes on after an orderly stop from what was left of it', async () => {
    const office = openOffice();
    await failTimes(office, 'Zhao', 5);
    office.pass(20_000);
    office.stop();
    expect(lockOf(office, 'Zhao')).toEqual({
      kind: 'for-a-while',
      leftMs: 10_000,
    });
  });

  test.each([-86_400_000, 86_400_000, 400 * 86_400_000])(
    'takes no notice of a wall clock moved by %i ms',
    async (byMs) => {
      const office = openOffice();
      await failTimes(office, 'Zhao', 5);
      office.setWall(office.clock.wallMs + byMs);
      expect(lockOf(office, 'Zhao')).toEqual({
        kind: 'for-a-while',
        leftMs: 30_000,
      });
      office.crash();
      expect(lockOf(office, 'Zhao')).toEqual({
        kind: 'for-a-while',
        leftMs: 30_000,
      });
    },
  );

  test('of the twentieth in a row is opened by nothing but somebody else', async () => {
    const office = openOffice();
    await failTimes(office, 'Zhao', 19);
    expect(lockOf(office, 'Zhao')).toEqual({
      kind: 'for-a-while',
      leftMs: 3_600_000,
    });
    office.pass(3_600_000);
    await failTimes(office, 'Zhao', 1);
    expect(lockOf(office, 'Zhao')).toEqual({ kind: 'until-recovered' });
    office.pass(365 * 86_400_000);
    expect(await logIn(office, office.desk(), 'Zhao', pins.zhao)).toEqual({
      ok: false,
      error: 'staff.locked',
    });
    const client = office.desk();
    await logIn(office, client, 'Qian', pins.qian);
    const newPin = '40718256';
    expect(
      await client.do({
        kind: 'reset-pin',
        staffId: office.id('Zhao'),
        newPin,
      }),
    ).toEqual({ ok: true });
    expect(await logIn(office, office.desk(), 'Zhao', newPin)).toEqual({
      ok: true,
    });
  });
});
