import { request } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import type { Lane } from '#kiosk/lane';
import { serveLoopback, type Loopback } from '#kiosk/loopback';
import { startSite } from '#kiosk/site';
import { connectClient } from '../site/client.ts';
import { noWarning } from '../site/make-site.ts';

let lane: Lane;
let loopback: Loopback;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postern-loopback-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>kiosk</title>',
  );
  writeFileSync(join(folder, '..', 'outside.txt'), 'not for the page');
  const started = startSite(folder, noWarning);
  if (!started.ok) throw new Error(started.error.message);
  lane = started.value;
  loopback = await serveLoopback(lane.service, folder, 0);
});
afterAll(async () => {
  await loopback.close();
  await lane.stop();
});

describe('a page that only looks on', () => {
  test('is shown the gate, and may neither act nor read', async () => {
    const onlooker = await connectClient(loopback.url, { onlooker: true });
    expect((await onlooker.snapshot()).gate.kind).toBe('idle');
    const refused = { ok: false, error: 'contract.role' };
    expect(
      await onlooker.command({ kind: 'capture', text: 'x', source: 'panel' }),
    ).toEqual(refused);
    expect(await onlooker.query({ kind: 'staff' })).toEqual(refused);
    onlooker.close();
  });
});

describe('the page', () => {
  test('is served to its own address with a policy that loads nothing else', async () => {
    const answer = await get('/', `127.0.0.1:${loopback.port}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toContain(
      "default-src 'none'",
    );
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test.each([
    ['a rebound name', () => `attacker.example:${loopback.port}`],
    [
      'a name that begins like ours',
      () => `127.0.0.1.attacker.example:${loopback.port}`,
    ],
    ['another port', () => '127.0.0.1:1'],
    ['no port', () => '127.0.0.1'],
    ['another loopback address', () => `127.0.0.2:${loopback.port}`],
  ])('is refused under another Host: %s', async (_, host) => {
    expect((await get('/', host())).status).not.toBe(200);
  });

  test.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '//etc/passwd',
  ])('never leaves its folder: %s', async (path) => {
    expect((await get(path, `127.0.0.1:${loopback.port}`)).status).toBe(404);
  });

  test('answers nothing but reading', async () => {
    expect((await get('/', `127.0.0.1:${loopback.port}`, 'POST')).status).toBe(
      405,
    );
  });
});

describe('the WebSocket', () => {
  test('serves the contract to its own page with the token of this start', async () => {
    const client = await connectClient(loopback.url);
    expect(await client.snapshot()).toMatchObject({
      state: 'unconfigured',
      gate: { kind: 'idle' },
    });
    client.close();
  });

  test('lets no method be called that the contract does not list', async () => {
    const socket = await opened();
    socket.send(JSON.stringify({ token: tokenOf(loopback) }));
    socket.send(JSON.stringify({ t: 'q', i: '1', m: 'constructor', a: [] }));
    const [answer] = await once(socket, 'message');
    expect(JSON.parse(String(answer))).toEqual({ t: 's', i: '1', e: {} });
    socket.terminate();
  });

  test.each([
    ['no Origin', {}],
    ['another page', { origin: 'http://attacker.example' }],
    ['our host over another scheme', { origin: 'https://127.0.0.1' }],
    ['null', { origin: 'null' }],
  ])('refuses the upgrade from %s', async (_, options) => {
    await expect(opened(options)).rejects.toThrow('403');
  });

  test('refuses a page that the browser calls cross-site', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    await expect(opened({ origin: ownOrigin(), headers })).rejects.toThrow(
      '403',
    );
  });

  test.each([
    ['a wrong token', JSON.stringify({ token: 'x'.repeat(43) })],
    ['no token', JSON.stringify({})],
    ['a token of another type', JSON.stringify({ token: 1 })],
    ['no JSON', 'token'],
  ])('is closed after %s', async (_, first) => {
    const socket = await opened();
    socket.send(first);
    expect(await once(socket, 'close')).toMatchObject([
      4401,
      expect.anything(),
    ]);
  });

  test(
    'is closed when nothing is said in time',
    { timeout: 10_000 },
    async () => {
      expect(await once(await opened(), 'close')).toMatchObject([
        4401,
        expect.anything(),
      ]);
    },
  );

  test('is refused on any other path', async () => {
    await expect(opened({ origin: ownOrigin() }, '/other')).rejects.toThrow(
      '403',
    );
  });
});

function get(
  path: string,
  host: string,
  method = 'GET',
): Promise<{ status: number; headers: Readonly<Record<string, unknown>> }> {
  return new Promise((done, failed) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: loopback.port,
        path,
        method,
        headers: { Host: host },
      },
      (response) => {
        response.resume();
        done({ status: response.statusCode ?? 0, headers: response.headers });
      },
    );
    asked.once('error', failed);
    asked.end();
  });
}

function opened(
  options: ClientOptions = { origin: ownOrigin() },
  path = '/ws',
): Promise<WebSocket> {
  const socket = new WebSocket(
    `ws://127.0.0.1:${loopback.port}${path}`,
    options,
  );
  return new Promise((done, failed) => {
    socket.once('open', () => {
      done(socket);
    });
    socket.once('error', failed);
  });
}

function once(
  socket: WebSocket,
  event: 'message' | 'close',
): Promise<unknown[]> {
  return new Promise((done) => {
    socket.once(event, (...args: unknown[]) => {
      done(args);
    });
  });
}

function ownOrigin(): string {
  return `http://127.0.0.1:${loopback.port}`;
}

function tokenOf({ url }: Loopback): string {
  return new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? '';
}
