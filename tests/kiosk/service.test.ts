import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command, Snapshot } from '#kiosk/contract';
import { startSite } from '#kiosk/site';
import type { Lane } from '#kiosk/lane';
import { makeSite, noWarning, type Site } from '../site/make-site.ts';
import { readLog } from './durability/kill.ts';

let site: Site;
let lane: Lane;
beforeEach(async () => {
  site = await makeSite();
  lane = started(site);
});
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('a command', () => {
  test('is performed once, however often it arrives', () => {
    const red = capture(site.pass({ colour: 'red' }));
    expect(send(red)).toEqual({ ok: true });
    const { number } = shown();
    expect(send(red)).toEqual({ ok: true });
    expect(shown().number).toBe(number);
    expect(shown().today.deny).toBe(1);
  });

  test.each([
    ['nothing', undefined],
    ['an unknown kind', { kind: 'open-the-gate', commandId: randomUUID() }],
    ['a field too many', { ...capture('x'), role: 'supervisor' }],
    ['a text over the cap', capture('A'.repeat(65_537))],
    [
      'an id that is none',
      { kind: 'capture', commandId: '1', text: 'x', source: 'panel' },
    ],
    ['a source of the service itself', { ...capture('x'), source: 'serial' }],
  ])('is refused as a bad request: %s', (_, command) => {
    expect(lane.service.command(command, 'guard')).toEqual({
      ok: false,
      error: 'contract.bad-request',
    });
  });

  test('needs its role', () => {
    const job = {
      kind: 'start-job',
      commandId: randomUUID(),
      job: 'verify-chain',
    };
    expect(lane.service.command(job, 'guard')).toEqual({
      ok: false,
      error: 'contract.role',
    });
    expect(lane.service.command(job, 'auditor')).toEqual({ ok: true });
  });

  test('about another scan than the one shown is stale', () => {
    send(capture(site.pass({ colour: 'yellow' })));
    const resolution = { kind: 'refuse', because: 'no-valid-pass' } as const;
    const stale = {
      kind: 'resolve',
      commandId: randomUUID(),
      scanId: randomUUID(),
      resolution,
    } as const;
    expect(send(stale)).toEqual({ ok: false, error: 'contract.stale-scan' });
    expect(shown().gate.kind).toBe('hold');
  });

  test('that the hold does not offer is refused', () => {
    const scanId = heldScan(site.pass({ colour: 'yellow' }));
    const resolution = { kind: 'measure-again' } as const;
    expect(
      send({ kind: 'resolve', commandId: randomUUID(), scanId, resolution }),
    ).toEqual({
      ok: false,
      error: 'contract.not-offered',
    });
  });
});

describe('a hold', () => {
  test('is left by what the guard does, which is an entry of its own', () => {
    const scanId = heldScan(site.pass({ colour: 'yellow' }));
    const before = shown().unsent;
    const resolution = { kind: 'refuse', because: 'no-valid-pass' } as const;
    expect(
      send({ kind: 'resolve', commandId: randomUUID(), scanId, resolution }),
    ).toEqual({
      ok: true,
    });
    expect(shown().gate).toMatchObject({
      kind: 'resolved',
      by: 'refused',
      scanId,
    });
    expect(shown().unsent).toBe(before + 1);
  });

  test('keeps the lane for its person: another code changes nothing and the guard is told', () => {
    const scanId = heldScan(site.pass({ colour: 'yellow' }));
    expect(send(capture(site.pass({ index: 30 })))).toEqual({
      ok: false,
      error: 'contract.busy',
    });
    expect(shown()).toMatchObject({
      gate: { kind: 'hold', scanId },
      notice: 'finish-first',
    });
  });
});

describe('snapshots', () => {
  test('are the same, in the same order, for every client', () => {
    const seen: [Snapshot[], Snapshot[]] = [[], []];
    for (const list of seen)
      lane.service.subscribe((snapshot) => list.push(snapshot));
    send(capture(site.pass()));
    send(capture(site.pass({ index: 30 })));
    expect(seen[0].map(({ number }) => number)).toEqual(
      seen[1].map(({ number }) => number),
    );
    expect(seen[0].length).toBeGreaterThanOrEqual(2);
    expect(new Set(seen[0].map(({ serviceId }) => serviceId)).size).toBe(1);
  });

  test('show the same pass again as the same presentation, without a new entry', () => {
    const text = site.pass();
    send(capture(text));
    const { unsent } = shown();
    send(capture(text));
    expect(shown()).toMatchObject({
      unsent,
      notice: 'same-presentation',
      gate: { kind: 'admit' },
    });
  });

  test('never show what a code claims before its signature holds', () => {
    const text = site.pass({ by: site.stranger, name: '查无此人' });
    send(capture(text));
    const snapshot = shown();
    expect(snapshot.gate).toMatchObject({
      kind: 'hold',
      verdict: { reasons: [{ code: 'unknown-key' }] },
    });
    expect(JSON.stringify(snapshot)).not.toContain('STRANGER');
    expect(JSON.stringify(snapshot)).not.toContain('查');
  });
});

describe('the verify-chain job', () => {
  test('proves the log on a thread of its own and says how far it is', async () => {
    for (let index = 20; index < 25; index += 1)
      send(capture(site.pass({ index })));
    const finished = new Promise<Snapshot>((done) => {
      lane.service.subscribe((snapshot) => {
        if (snapshot.jobs.some(({ state }) => state.kind === 'done'))
          done(snapshot);
      });
    });
    const start = {
      kind: 'start-job',
      commandId: randomUUID(),
      job: 'verify-chain',
    };
    expect(lane.service.command(start, 'auditor')).toEqual({ ok: true });
    const [job] = (await finished).jobs;
    expect(job?.state).toEqual({
      kind: 'done',
      result: { entries: shown().unsent },
    });
  });

  test('can be cancelled once, and an unknown one cannot', () => {
    const start = {
      kind: 'start-job',
      commandId: randomUUID(),
      job: 'verify-chain',
    };
    lane.service.command(start, 'auditor');
    const cancel = (jobId: string): unknown =>
      lane.service.command(
        { kind: 'cancel-job', commandId: randomUUID(), jobId },
        'auditor',
      );
    expect(cancel(shown().jobs[0]?.id ?? '')).toEqual({ ok: true });
    expect(cancel(randomUUID())).toEqual({
      ok: false,
      error: 'contract.no-such-job',
    });
  });
});

describe('a restart', () => {
  test('begins with an empty screen, the counts of the day and the trust it held', async () => {
    send(capture(site.pass()));
    await lane.stop();
    lane = started(site);
    expect(shown()).toMatchObject({
      gate: { kind: 'idle' },
      today: { admit: 1, hold: 0, deny: 0, none: 0 },
      freshness: { rung: 'normal', version: 1 },
    });
    expect(readLog(site.folder).brokenAtSeq).toBeUndefined();
  });

  test('is refused while another kiosk holds the folder', () => {
    const second = startSite(site.folder, noWarning);
    expect(second).toMatchObject({
      ok: false,
      error: { code: 'store.locked' },
    });
  });
});

function started({ folder }: Site): Lane {
  const opened = startSite(folder, noWarning);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function capture(text: string): Command {
  return { kind: 'capture', commandId: randomUUID(), text, source: 'panel' };
}

function send(command: Command): unknown {
  return lane.service.command(command, 'guard');
}

function shown(): Snapshot {
  return lane.service.snapshot();
}

function heldScan(text: string): string {
  send(capture(text));
  const { gate } = shown();
  if (gate.kind !== 'hold')
    throw new Error(`a hold was expected, not ${gate.kind}`);
  return gate.scanId;
}
