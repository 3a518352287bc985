import { describe, expect, test } from 'vitest';
import { maySend } from '#kiosk/service';
import { staffCommandRoles } from '#kiosk/contract';
import { openOffice, pins } from './office.ts';

const dayMs = 86_400_000;

describe('setting the clock', () => {
  test('is for a maintainer and a supervisor', () => {
    const needed = staffCommandRoles['set-clock'];
    expect(maySend('supervisor', needed)).toBe(true);
    expect(maySend('maintainer', needed)).toBe(true);
    for (const role of ['guard', 'auditor', 'onlooker'] as const)
      expect(maySend(role, needed)).toBe(false);
  });

  test('takes a time the clock allows, and says in the log who said it', async () => {
    const office = openOffice();
    const truthMs = office.clock.wallMs;
    office.store().clock.believe(truthMs - dayMs);
    office.setWall(0);
    office.crash('next-boot');
    const { do: perform } = office.desk();
    const staffId = office.id('Zhao');
    await perform({ kind: 'log-in', staffId, pin: pins.zhao });
    expect(await perform({ kind: 'set-clock', atMs: truthMs })).toEqual({
      ok: true,
    });
    expect(office.log().at(-1)).toEqual({
      finding: 'set',
      byMs: dayMs,
      byId: staffId,
      byName: 'Zhao',
    });
  });

  test('refuses any other, and says nothing of it', async () => {
    const office = openOffice();
    const truthMs = office.clock.wallMs;
    office.store().clock.believe(truthMs);
    office.setWall(0);
    office.crash('next-boot');
    const before = office.log().length;
    const { do: perform } = office.desk('supervisor');
    for (const atMs of [0, truthMs - 1, truthMs + 7 * dayMs + 1])
      expect(await perform({ kind: 'set-clock', atMs })).toEqual({
        ok: false,
        error: 'clock.outside',
      });
    expect(office.log()).toHaveLength(before);
  });
});
