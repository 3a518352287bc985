import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy } from '#kiosk/page';
import { isOwnPage } from './own-page.ts';

/** The kinds of file that the screens are made of; a file of another kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers a request of the window from the folder of built screens, with the page's rules on it. */
export async function answerFrom(
  folder: string,
  request: { readonly method: string; readonly url: string },
): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  const path = await fileOf(folder, request.url);
  if (path === undefined) return refuse(404);
  return new Response(new Uint8Array(await readFile(path)), {
    headers: {
      ...pageRules,
      'Content-Type': contentTypes[extname(path)] ?? '',
    },
  });
}

/**
 * The file behind an address, or undefined where it is none of ours. The page controls the address,
 * so the path is resolved to its end, links included, before it is compared with the folder.
 */
export async function fileOf(
  folder: string,
  address: string,
): Promise<string | undefined> {
  if (!isOwnPage(address)) return undefined;
  const name = decoded(new URL(address).pathname);
  if (name === undefined || name.includes('\0') || name.includes('\\'))
    return undefined;
  if (!Object.hasOwn(contentTypes, extname(name))) return undefined;
  const path = await existing(join(folder, name));
  const root = await realpath(folder);
  return path?.startsWith(root + sep) === true ? path : undefined;
}

const pageRules: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers: pageRules });
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

async function existing(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isNoSuchFile(error)) return undefined;
    throw error;
  }
}

function isNoSuchFile(error: unknown): boolean {
  const code =
    error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}
