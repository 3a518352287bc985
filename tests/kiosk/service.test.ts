import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command, Role, Snapshot } from '#kiosk/contract';
import { startSite } from '#kiosk/site';
import type { Lane } from '#kiosk/lane';
import type { ServiceClient } from '#kiosk/service';
import { makeSite, noWarning, type Site } from '../site/make-site.ts';
import { readLog } from './durability/kill.ts';

let site: Site;
let lane: Lane;
let guard: ServiceClient;
beforeEach(async () => {
  site = await makeSite();
  open();
});
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('a command', () => {
  test('is performed once, however often it arrives', async () => {
    const red = capture(site.pass({ colour: 'red' }));
    expect(await send(red)).toEqual({ ok: true });
    const { number } = shown();
    expect(await send(red)).toEqual({ ok: true });
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
  ])('is refused as a bad request: %s', async (_, command) => {
    expect(await guard.command(command)).toEqual({
      ok: false,
      error: 'contract.bad-request',
    });
  });

  test('needs its role', async () => {
    expect(await guard.command(verifyChain())).toEqual({
      ok: false,
      error: 'contract.role',
    });
    expect(await as('auditor').command(verifyChain())).toEqual({ ok: true });
  });

  test('about another scan than the one shown is stale', async () => {
    void send(capture(site.pass({ colour: 'yellow' })));
    const resolution = { kind: 'refuse', because: 'no-valid-pass' } as const;
    const stale = {
      kind: 'resolve',
      commandId: randomUUID(),
      scanId: randomUUID(),
      resolution,
    } as const;
    expect(await send(stale)).toEqual({
      ok: false,
      error: 'contract.stale-scan',
    });
    expect(shown().gate.kind).toBe('hold');
  });

  test('that the hold does not offer is refused', async () => {
    const scanId = heldScan(site.pass({ colour: 'yellow' }));
    const resolution = { kind: 'measure-again' } as const;
    expect(
      await send({
        kind: 'resolve',
        commandId: randomUUID(),
        scanId,
        resolution,
      }),
    ).toEqual({
      ok: false,
      error: 'contract.not-offered',
    });
  });
});

describe('a hold', () => {
  test('is left by what the guard does, which is an entry of its own', async () => {
    const scanId = heldScan(site.pass({ colour: 'yellow' }));
    const before = shown().unsent;
    const resolution = { kind: 'refuse', because: 'no-valid-pass' } as const;
    expect(
      await send({
        kind: 'resolve',
        commandId: randomUUID(),
        scanId,
        resolution,
      }),
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

  test('keeps the lane for its person: another code changes nothing and the guard is told', async () => {
    const scanId = heldScan(site.pass({ colour: 'yellow' }));
    expect(await send(capture(site.pass({ index: 30 })))).toEqual({
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
      as('guard').subscribe((snapshot) => list.push(snapshot));
    void send(capture(site.pass()));
    void send(capture(site.pass({ index: 30 })));
    expect(seen[0].map(({ number }) => number)).toEqual(
      seen[1].map(({ number }) => number),
    );
    expect(seen[0].length).toBeGreaterThanOrEqual(2);
    expect(new Set(seen[0].map(({ serviceId }) => serviceId)).size).toBe(1);
  });

  test('show the same pass again as the same presentation, without a new entry', () => {
    const text = site.pass();
    void send(capture(text));
    const { unsent } = shown();
    void send(capture(text));
    expect(shown()).toMatchObject({
      unsent,
      notice: 'same-presentation',
      gate: { kind: 'admit' },
    });
  });

  test('never show what a code claims before its signature holds', () => {
    const text = site.pass({ by: site.stranger, name: '查无此人' });
    void send(capture(text));
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
      void send(capture(site.pass({ index })));
    const finished = new Promise<Snapshot>((done) => {
      guard.subscribe((snapshot) => {
        if (snapshot.jobs.some(({ state }) => state.kind === 'done'))
          done(snapshot);
      });
    });
    expect(await as('auditor').command(verifyChain())).toEqual({ ok: true });
    const [job] = (await finished).jobs;
    expect(job?.state).toEqual({
      kind: 'done',
      result: { entries: shown().unsent },
    });
  });

  test('can be cancelled once, and an unknown one cannot', async () => {
    const auditor = as('auditor');
    await auditor.command(verifyChain());
    const cancel = (jobId: string): Promise<unknown> =>
      auditor.command({ kind: 'cancel-job', commandId: randomUUID(), jobId });
    expect(await cancel(shown().jobs[0]?.id ?? '')).toEqual({ ok: true });
    expect(await cancel(randomUUID())).toEqual({
      ok: false,
      error: 'contract.no-such-job',
    });
  });
});

describe('a restart', () => {
  test('begins with an empty screen, the counts of the day and the trust it held', async () => {
    void send(capture(site.pass()));
    await lane.stop();
    open();
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

function open(): void {
  const opened = startSite(site.folder, noWarning);
  if (!opened.ok) throw new Error(opened.error.message);
  lane = opened.value;
  guard = as('guard');
}

/** One more client, with what its host grants. */
function as(role: Role): ServiceClient {
  return lane.service.connect(role);
}

function verifyChain(): Command {
  return { kind: 'verify-chain', commandId: randomUUID() };
}

function capture(text: string): Command {
  return { kind: 'capture', commandId: randomUUID(), text, source: 'panel' };
}

function send(command: Command): Promise<unknown> {
  return guard.command(command);
}

function shown(): Snapshot {
  return guard.snapshot();
}

function heldScan(text: string): string {
  void send(capture(text));
  const { gate } = shown();
  if (gate.kind !== 'hold')
    throw new Error(`a hold was expected, not ${gate.kind}`);
  return gate.scanId;
}
