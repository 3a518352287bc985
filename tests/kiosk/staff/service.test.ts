import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntryBody } from '#core/log';
import { readHeader } from '#core/log';
import { openReader } from '#db';
import type {
  CommandAnswer,
  QueryAnswer,
  Role,
  StaffCommand,
} from '#kiosk/contract';
import type { Lane } from '#kiosk/lane';
import type { ServiceClient } from '#kiosk/service';
import { startSite } from '#kiosk/site';
import {
  makeSite,
  noWarning,
  siteStaff,
  type Site,
} from '../../site/make-site.ts';

let site: Site;
let lane: Lane;
let client: ServiceClient;
beforeEach(async () => {
  site = await makeSite();
  const started = startSite(site.folder, noWarning);
  if (!started.ok) throw new Error(started.error.message);
  lane = started.value;
  client = as('guard');
});
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('a login on one client', () => {
  test('lets that client do what the role may, and is seen by it alone', async () => {
    const other = as('guard');
    const page = {
      kind: 'log-page',
      filter: {},
      limit: 10,
    };
    expect(await client.query(page)).toEqual(refused('contract.role'));
    expect(await logIn(siteStaff.supervisor)).toEqual({ ok: true });
    expect((await client.query(page)).ok).toBe(true);
    expect(client.snapshot().session).toMatchObject({
      kind: 'staff',
      role: 'supervisor',
    });
    expect(other.snapshot().session).toEqual({ kind: 'nobody' });
    expect(await other.query(page)).toEqual(refused('contract.role'));
  });

  test('is gone when the client is, though another speaks for the same page', async () => {
    await logIn(siteStaff.supervisor);
    client.close();
    client = as('guard');
    expect(client.snapshot().session).toEqual({ kind: 'nobody' });
  });

  test('is pushed to the screen, and so is its end', async () => {
    const seen: string[] = [];
    client.subscribe(({ session }) => seen.push(session.kind));
    await logIn(siteStaff.auditor);
    await send({ kind: 'log-out' });
    expect(seen[0]).toBe('staff');
    expect(seen.at(-1)).toBe('nobody');
  });
});

describe('a job', () => {
  test('is ended by a role that may start it, and by no other', async () => {
    await logIn(siteStaff.auditor);
    await send({ kind: 'verify-chain' });
    const jobId = client.snapshot().jobs[0]?.id ?? '';
    const cancel = { kind: 'cancel-job', commandId: randomUUID(), jobId };
    expect(await as('guard').command(cancel)).toEqual(refused('contract.role'));
    expect(await as('maintainer').command(cancel)).toEqual(
      refused('contract.role'),
    );
  });
});

describe('who is on duty', () => {
  test('is in every entry of the gate from then on', async () => {
    await scan(20);
    expect(lastBody()['staffId']).toBeUndefined();
    const staffId = await idOf(siteStaff.guard);
    expect(await send({ kind: 'start-shift', staffId })).toEqual({ ok: true });
    expect(client.snapshot().shift).toMatchObject({
      staffId,
      name: siteStaff.guard,
    });
    await scan(21);
    expect(lastBody()['staffId']).toBe(staffId);
    await send({ kind: 'end-shift' });
    await scan(22);
    expect(lastBody()['staffId']).toBeUndefined();
  });

  test('is said by a badge, which is no scan', async () => {
    const supervisor = as('supervisor');
    const staffId = await idOf(siteStaff.guard);
    await supervisor.command({
      kind: 'set-badge',
      commandId: randomUUID(),
      staffId,
      badge: 'BADGE-0042',
    });
    const before = client.snapshot().today;
    await capture('BADGE-0042');
    expect(client.snapshot().shift).toMatchObject({ staffId });
    expect(client.snapshot().today).toEqual(before);
    expect(client.snapshot().gate).toEqual({ kind: 'idle' });
  });
});

describe('the recovery challenge', () => {
  test('is for anyone who stands there, with the checkpoint it is for', async () => {
    const answer: QueryAnswer = await client.query({
      kind: 'recovery-challenge',
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { checkpointId: 'TEST-GATE' },
    });
  });
});

function as(role: Role): ServiceClient {
  return lane.service.connect(role);
}

function send(
  command: StaffCommand | { readonly kind: 'verify-chain' },
): Promise<CommandAnswer> {
  return client.command({ ...command, commandId: randomUUID() });
}

async function idOf(name: string): Promise<string> {
  // A query is answered with the value of its kind.
  const answer = (await client.query({
    kind: 'staff',
  })) as QueryAnswer<'staff'>;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value.find((member) => member.name === name)?.id ?? '';
}

async function logIn(name: string): Promise<CommandAnswer> {
  const staffId = await idOf(name);
  return send({ kind: 'log-in', staffId, pin: siteStaff.pin });
}

function capture(text: string): Promise<CommandAnswer> {
  const commandId = randomUUID();
  return client.command({ kind: 'capture', commandId, text, source: 'panel' });
}

function scan(index: number): Promise<CommandAnswer> {
  return capture(site.pass({ index }));
}

function lastBody(): EntryBody {
  const opened = openReader(site.folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const last = [...opened.value.entries.walk(0)].at(-1);
  opened.value.close();
  const read = last && readHeader(last.header);
  return read?.ok === true ? read.value.body : {};
}

function refused(error: string): unknown {
  return { ok: false, error };
}
