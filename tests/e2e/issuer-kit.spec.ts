import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPtyPair } from '../pty.ts';
import { startKioskProcess } from '../site/kiosk-process.ts';
import { bigWord, expect, openScreen, says, test } from './lane.ts';

const repository = join(import.meta.dirname, '..', '..');

test('a stranger makes root, bundle and pass with the kit, and printf into the port admits it', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'postern-kit-'));
  const file = (name: string): string => join(folder, name);
  const said = issuer(
    'root',
    file('repository'),
    '--name',
    'PILOT-ROOT',
    '--new-key',
    file('root.key.json'),
  );
  // Old enough for a clock that may be wrong by seconds.
  const since = new Date(Date.now() - 60_000).toISOString();
  issuer(
    'keys',
    '--issuer',
    'PILOT-51',
    '--from',
    since,
    '--out',
    file('issuer.json'),
  );
  issuer(
    'publish',
    'all',
    file('repository'),
    '--key',
    file('root.key.json'),
    '--keys',
    file('issuer.json'),
    '--rules',
    'green-passes',
    '--out',
    file('pilot.hpb'),
  );
  const text = issuer(
    'pass',
    '--key',
    file('issuer.json'),
    '--form',
    'static',
    '--name',
    '张小明',
    '--colour',
    'green',
    '--status',
    '1/1',
    '--issued-at',
    since,
  ).trim();

  const scanner = await openPtyPair();
  makeSiteKey(file('site-key.json'));
  copyFileSync(file('repository/1.root.json'), file('root.json'));
  writeFileSync(file('kiosk.toml'), kioskToml(said, scanner.kioskPath));
  const kiosk = await startKioskProcess({ folder });
  await openScreen(page, kiosk.url, 'zh');
  execFileSync('sh', [
    '-c',
    `printf '%s\\r' "$1" > "$2"`,
    'sh',
    text,
    scanner.devicePath,
  ]);
  await expect(bigWord(page)).toContainText(says.outcomes.admit);
  await expect(page.getByRole('main')).toContainText('张*明');

  await kiosk.stop();
  await scanner.remove();
  rmSync(folder, { recursive: true });
});

function issuer(...args: readonly string[]): string {
  return execFileSync('npm', ['run', '--silent', 'issuer', '--', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
}

function makeSiteKey(file: string): void {
  execFileSync('npm', ['run', '--silent', 'site-key', '--', file], {
    cwd: repository,
    input: 'a passphrase for tests only\n',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

/** With the lines about trust as the kit prints them. */
function kioskToml(trust: string, scannerPath: string): string {
  return `
[checkpoint]
id = "PILOT-1"
name_zh = "试点卡点"
name_en = "Pilot gate"
lane = "1"
direction = "in"
site_type = "station"

${trust}bundle = "pilot.hpb"

[sealing]
site_key = "site-key.json"

[[scanner]]
id = "scanner-1"
path = "${scannerPath}"
`;
}
