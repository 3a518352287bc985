import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const debian = join(
  import.meta.dirname,
  '..',
  '..',
  'scripts',
  'steps',
  'debian.mjs',
);
const why =
  process.platform === 'win32' ? ' (skipped: Windows has no apt-get)' : '';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postern-apt-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Installs `socat` with a stand-in for apt-get that notes its orders and runs the given line. */
function install(line: string): {
  readonly orders: readonly string[];
  readonly isInstalled: boolean;
} {
  const notes = join(folder, 'notes');
  write('apt-get', `echo "$*" >> ${notes}\n${line}`);
  write('sudo', 'while [ "$1" != apt-get ]; do shift; done\nexec "$@"');
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { installPackage } from ${JSON.stringify(debian)};
       console.log('installed:', await installPackage('socat'));`,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${folder}:/usr/bin:/bin` },
    },
  );
  return {
    orders: readFileSync(notes, 'utf8').trim().split('\n'),
    isInstalled: stdout.includes('installed: true'),
  };
}

function write(command: string, script: string): void {
  writeFileSync(join(folder, command), `#!/bin/sh\n${script}\n`, {
    mode: 0o755,
  });
}

const order = 'install -y --no-install-recommends socat';

describe.skipIf(why !== '')(`installing a Debian package${why}`, () => {
  it('takes one order where the list of packages is there', () => {
    expect(install('exit 0')).toEqual({ orders: [order], isInstalled: true });
  });

  it('fetches the list of packages where the first try fails', () => {
    const listed = join(folder, 'listed');
    const line = `[ "$1" = update ] && touch ${listed}\n[ -f ${listed} ]`;
    expect(install(line)).toEqual({
      orders: [order, 'update', order],
      isInstalled: true,
    });
  });

  it('says no where the list cannot be fetched', () => {
    expect(install('exit 100')).toEqual({
      orders: [order, 'update'],
      isInstalled: false,
    });
  });
});
