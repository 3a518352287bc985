import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may talk to the loopback server. A page of another site can make a browser send requests
 * here, and a rebound name makes Origin equal Host: so Host is compared exactly, before routing, and
 * nothing is answered over the WebSocket without the token of this start.
 */
export interface Gatekeeper {
  isOwnHost(headers: IncomingHttpHeaders): boolean;
  isOwnPage(headers: IncomingHttpHeaders): boolean;
  isToken(candidate: unknown): boolean;
}

export function createGatekeeper(port: number, token: string): Gatekeeper {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  const expected = Buffer.from(token);
  return {
    isOwnHost: ({ host }) => host !== undefined && hosts.has(host),
    isOwnPage: (headers) =>
      headers.origin !== undefined &&
      origins.has(headers.origin) &&
      isSameOriginFetch(headers['sec-fetch-site']),
    isToken: (candidate) => {
      if (typeof candidate !== 'string') return false;
      const given = Buffer.from(candidate);
      return (
        given.length === expected.length && timingSafeEqual(given, expected)
      );
    },
  };
}

/** Browsers always say; a client that does not is no browser, and still needs Origin and token. */
function isSameOriginFetch(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}
