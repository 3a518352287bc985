import type { RawData, WebSocket } from 'ws';
import { serveClient, type Channel } from '#kiosk/channel';
import type { Granted } from '#kiosk/contract';
import type { Service } from '#kiosk/service';
import type { Gatekeeper } from './gatekeeper.ts';

const patienceMs = 2000;

/** Waits for the token in the first message, then serves the contract; anything else is cut off. */
export function greet(
  socket: WebSocket,
  service: Service,
  gatekeeper: Gatekeeper,
): void {
  socket.on('error', () => {
    socket.terminate();
  });
  const tooLate = setTimeout(() => {
    socket.close(4401, 'token');
  }, patienceMs);
  socket.once('message', (first) => {
    clearTimeout(tooLate);
    if (!gatekeeper.isToken(tokenIn(first))) {
      socket.close(4401, 'token');
      return;
    }
    serveClient(service, channelOver(socket), grantedTo(first));
  });
  socket.once('close', () => {
    clearTimeout(tooLate);
  });
}

function channelOver(socket: WebSocket): Channel {
  return {
    post: (message) => {
      if (socket.readyState === socket.OPEN)
        socket.send(JSON.stringify(message));
    },
    onMessage: (listener) => {
      socket.on('message', (data) => {
        const message = parse(data);
        if (message === undefined) socket.close(4400, 'message');
        else listener(message);
      });
    },
    onClose: (listener) => {
      socket.once('close', listener);
    },
  };
}

/** A page may ask to do less than a guard, never more. */
function grantedTo(first: RawData): Granted {
  const message = parse(first);
  const isOnlooker = message !== undefined && 'onlooker' in message;
  return isOnlooker ? 'onlooker' : 'guard';
}

function tokenIn(first: RawData): unknown {
  const message = parse(first);
  if (typeof message !== 'object' || message === null || !('token' in message))
    return undefined;
  return message.token;
}

/** The sender controls these bytes; what is not a JSON object has no place in the contract. */
function parse(data: RawData): object | undefined {
  try {
    const message: unknown = JSON.parse(asText(data));
    return typeof message === 'object' && message !== null
      ? message
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asText(data: RawData): string {
  if (data instanceof ArrayBuffer) return Buffer.from(data).toString('utf8');
  return (Array.isArray(data) ? Buffer.concat(data) : data).toString('utf8');
}
