import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFrom, fileOf } from '../../electron/app-protocol.ts';
import { contentSecurityPolicy } from '#kiosk/page';

const outside = mkdtempSync(join(tmpdir(), 'postern-app-'));
const folder = join(outside, 'renderer');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'notes.txt'), 'not a kind of file that is served');
  writeFileSync(join(outside, 'secret.json'), '{}');
  mkdirSync(join(outside, 'renderer-of-others'));
  writeFileSync(join(outside, 'renderer-of-others', 'index.html'), 'theirs');
  symlinkSync(join(outside, 'secret.json'), join(folder, 'link.json'));
});

afterAll(() => {
  rmSync(outside, { recursive: true });
});

describe('the app protocol', () => {
  it('finds a file of the screens', async () => {
    expect(await fileOf(folder, 'app://kiosk/assets/main.js?v=1#x')).toBe(
      join(folder, 'assets', 'main.js'),
    );
  });

  it.each([
    ['a path upwards', 'app://kiosk/../secret.json'],
    ['an encoded path upwards', 'app://kiosk/%2e%2e%2fsecret.json'],
    ['a path upwards inside', 'app://kiosk/assets/..%2f..%2fsecret.json'],
    [
      'a folder whose name only begins the same',
      'app://kiosk/..%2frenderer-of-others%2findex.html',
    ],
    ['a link that leads outside', 'app://kiosk/link.json'],
    ['a backslash', 'app://kiosk/..%5csecret.json'],
    ['a NUL', 'app://kiosk/index.html%00.js'],
    ['a broken escape', 'app://kiosk/%e0%a4%a.html'],
    ['a kind of file that the screens have none of', 'app://kiosk/notes.txt'],
    ['a folder', 'app://kiosk/assets'],
    ['a file below a file', 'app://kiosk/index.html/index.html'],
    ['a name too long for any disk', `app://kiosk/${'a'.repeat(5000)}.html`],
    ['what is not there', 'app://kiosk/missing.html'],
    ['another host', 'app://other/index.html'],
    ['another scheme', 'file:///index.html'],
    ['a name and password', 'app://user:word@kiosk/index.html'],
  ])('finds nothing for %s', async (_what, address) => {
    expect(await fileOf(folder, address)).toBeUndefined();
  });

  it('sends a file with its type and the rules of the page', async () => {
    const answer = await answerFrom(folder, {
      method: 'GET',
      url: 'app://kiosk/index.html',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(
      contentSecurityPolicy,
    );
    expect(await answer.text()).toBe('<!doctype html>');
  });

  it.each([
    [404, 'GET', 'app://kiosk/missing.html'],
    [405, 'POST', 'app://kiosk/index.html'],
  ])(
    'answers %i with the rules of the page and no body',
    async (status, method, url) => {
      const answer = await answerFrom(folder, { method, url });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-security-policy')).toBe(
        contentSecurityPolicy,
      );
      expect(await answer.text()).toBe('');
    },
  );
});
