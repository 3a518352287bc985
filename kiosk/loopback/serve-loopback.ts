import { randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import sirv, { type RequestHandler } from 'sirv';
import { WebSocketServer } from 'ws';
import type { Service } from '#kiosk/service';
import { createGatekeeper, type Gatekeeper } from './gatekeeper.ts';
import { securityHeaders } from './headers.ts';
import { greet } from './greet.ts';

export interface Loopback {
  /** The page with this start's token in its fragment, which no server log ever sees. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The largest message a page has to send is the bundle of a first run, in base64. */
const maxPayload = 24 * 1024 * 1024;

/**
 * Serves the renderer's files and the contract on 127.0.0.1 alone. `port` 0 takes a free one.
 * Rejects when the port cannot be had.
 */
export async function serveLoopback(
  service: Service,
  rendererFolder: string,
  port: number,
): Promise<Loopback> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer();
  const bound = await listen(server, port);
  const gatekeeper = createGatekeeper(bound, token);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
  });
  const files = sirv(rendererFolder, { dev: true });

  server.on('request', (request, response) => {
    answer(request, response, gatekeeper, files);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!mayUpgrade(request, gatekeeper)) {
      refuse(socket);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      greet(client, service, gatekeeper);
    });
  });

  return {
    url: `http://127.0.0.1:${bound}/#token=${token}`,
    port: bound,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gatekeeper: Gatekeeper,
  files: RequestHandler,
): void {
  for (const [name, value] of Object.entries(securityHeaders))
    response.setHeader(name, value);
  if (!gatekeeper.isOwnHost(request.headers)) {
    response.writeHead(421).end('This kiosk answers only to its own address.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end();
    return;
  }
  files(request, response, () => {
    response.writeHead(404).end();
  });
}

function mayUpgrade(request: IncomingMessage, gatekeeper: Gatekeeper): boolean {
  return (
    request.url === '/ws' &&
    gatekeeper.isOwnHost(request.headers) &&
    gatekeeper.isOwnPage(request.headers)
  );
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('not bound to a port');
  return address.port;
}
