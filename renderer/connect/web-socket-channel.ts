import type { OpenChannel } from './channel.ts';

/** The close code of a service that does not know the token. */
const turnedAwayCode = 4401;

/**
 * A channel to the loopback service at `address`; the token goes first, and only there. An onlooker
 * is shown what a guard is shown, and may ask for nothing.
 */
export function webSocketChannel(
  address: string,
  token: string,
  isOnlooker: boolean,
): OpenChannel {
  return (listener) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      socket.send(
        JSON.stringify({ token, ...(isOnlooker && { onlooker: true }) }),
      );
      listener.opened();
    });
    socket.addEventListener('message', ({ data }) => {
      listener.message(JSON.parse(String(data)));
    });
    socket.addEventListener('close', ({ code }) => {
      listener.closed(code === turnedAwayCode ? 'turned-away' : 'lost');
    });
    return {
      post: (message) => {
        socket.send(JSON.stringify(message));
      },
      close: () => {
        socket.close();
      },
    };
  };
}
