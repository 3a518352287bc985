import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository } from '../house/tracked-files.ts';

const linux = join(repository, 'electron', 'packaging', 'linux');
const why =
  process.platform === 'win32' ? ' (skipped on Windows: it has no sh)' : '';
const hardening = [
  'etc/systemd/logind.conf.d/50-postern-kiosk.conf',
  'etc/systemd/system.conf.d/50-postern-kiosk.conf',
  'etc/sysctl.d/60-postern-kiosk.conf',
];

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'postern-session-'));
  // A systemctl that writes down what it is told, on a machine that shows a desktop.
  tool('systemctl', `echo "$*" >> '${top}/told'; echo graphical.target`);
  tool('cage', 'true');
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

function tool(name: string, body: string): void {
  mkdirSync(join(top, 'bin'), { recursive: true });
  writeFileSync(join(top, 'bin', name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(top, 'bin', name), 0o755);
}

function kiosk(...words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    [join(linux, 'postern-kiosk'), ...words],
    {
      encoding: 'utf8',
      env: {
        PATH: [join(top, 'bin'), '/usr/bin', '/bin'].join(delimiter),
        POSTERN_PREFIX: top,
      },
    },
  );
  return { status, said: stdout + stderr };
}

function told(): string {
  return existsSync(join(top, 'told'))
    ? readFileSync(join(top, 'told'), 'utf8')
    : '';
}

describe.skipIf(why !== '')(`postern-kiosk${why}`, () => {
  it('does nothing to a machine without a compositor', () => {
    rmSync(join(top, 'bin', 'cage'));
    const { status, said } = kiosk('enable');
    expect(status).toBe(1);
    expect(said).toContain('cage is not installed');
    expect(told()).toBe('');
    expect(kiosk('status').said).toBe('disabled\n');
  });

  it('makes the lane the only session, and closes the doors beside it', () => {
    expect(kiosk('enable').status).toBe(0);
    expect(told()).toContain('set-default graphical.target');
    expect(told()).toContain('enable postern-kiosk.service');
    expect(told()).toMatch(
      /^mask .*getty@tty1\.service .*ctrl-alt-del\.target/m,
    );
    expect(
      hardening.map((file) => readFileSync(join(top, file), 'utf8')).join('\n'),
    ).toMatch(
      /(?=.*NAutoVTs=0)(?=.*ReserveVT=0)(?=.*CtrlAltDelBurstAction=none)(?=.*kernel\.sysrq = 0)/s,
    );
    expect(kiosk('status').said).toBe('enabled\n');
  });

  it('puts a desktop’s own login screen aside, and back', () => {
    mkdirSync(join(top, 'etc', 'systemd', 'system'), { recursive: true });
    symlinkSync(
      '/usr/lib/systemd/system/gdm3.service',
      join(top, 'etc', 'systemd', 'system', 'display-manager.service'),
    );
    kiosk('enable');
    expect(told()).toContain('disable gdm3.service');
    kiosk('disable');
    expect(told()).toMatch(/^enable gdm3\.service$/m);
  });

  it('undoes all it did, also when it was enabled twice', () => {
    kiosk('enable');
    kiosk('enable');
    expect(kiosk('disable').status).toBe(0);
    expect(told()).toContain('disable postern-kiosk.service');
    expect(told()).toMatch(/^unmask .*getty@tty1\.service/m);
    expect(hardening.filter((file) => existsSync(join(top, file)))).toEqual([]);
    expect(kiosk('status').said).toBe('disabled\n');
  });

  it.each([[], ['start'], ['enable', 'now']])(
    'says how it is used when told %j',
    (...words) => {
      const { status, said } = kiosk(...words);
      expect(status).toBe(2);
      expect(said).toContain('usage:');
      expect(told()).toBe('');
    },
  );

  it.each(['after-install.sh', 'before-remove.sh', 'after-remove.sh'])(
    'comes with a %s that a shell can read',
    (name) => {
      expect(spawnSync('sh', ['-n', join(linux, name)]).status).toBe(0);
    },
  );
});

describe('the unit of the lane', () => {
  const unit = readFileSync(join(linux, 'postern-kiosk.service'), 'utf8');

  it('starts the lane as its own user, again whenever it ends, without limit', () => {
    expect(unit).toMatch(/^User=postern$/m);
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^StartLimitIntervalSec=0$/m);
    expect(unit).toMatch(
      /^ExecStart=\/usr\/bin\/cage .*\/opt\/Postern\/postern --data \/var\/lib\/postern$/m,
    );
  });

  it('lets no key change the terminal, leaves no memory on the disk and reaches no network', () => {
    expect(unit).not.toMatch(/cage .*-s/);
    expect(unit).toMatch(/^LimitCORE=0$/m);
    expect(unit).toMatch(/^UMask=0077$/m);
    expect(unit).toMatch(/^IPAddressDeny=any$/m);
  });
});

describe('the rules for devices', () => {
  const rules = readFileSync(join(linux, '70-postern.rules'), 'utf8');

  it('give serial devices to the lane and keep ModemManager from them', () => {
    const line = rules
      .split('\n')
      .find((text) => text.startsWith('SUBSYSTEM=="tty"'));
    expect(line).toMatch(/GROUP="postern", MODE="0660"/);
    expect(line).toContain('ENV{ID_MM_DEVICE_IGNORE}="1"');
  });

  it('open nothing to everyone', () => {
    expect(rules).not.toMatch(/MODE="0?66[67]"|MODE="0?777"/);
  });
});
