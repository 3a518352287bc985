import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = join(import.meta.dirname, '..', '..', 'scripts');
let clone = '';

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'postern-clone-'));
  cpSync(scripts, join(clone, 'scripts'), { recursive: true });
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  writeFileSync(
    join(clone, 'hello.mjs'),
    `console.log('said', process.argv.slice(2).join());`,
  );
});

afterEach(() => {
  rmSync(clone, { recursive: true });
});

/** Runs a command of a clone that has nothing installed, with a stand-in for npm. */
function runFresh(npm: string): {
  readonly code: number | null;
  readonly said: string;
} {
  writeFileSync(join(clone, 'npm.mjs'), npm);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(clone, 'scripts', 'run.mjs'), 'hello.mjs', 'one', 'two'],
    {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: {
        ...process.env,
        npm_execpath: join(clone, 'npm.mjs'),
        npm_node_execpath: process.execPath,
      },
    },
  );
  return { code: status, said: stdout + stderr };
}

const installs = `
import { mkdirSync, writeFileSync } from 'node:fs';
console.log('npm', process.argv[2]);
mkdirSync('node_modules');
writeFileSync('node_modules/.package-lock.json', '{}');`;

describe('a command in a fresh clone', () => {
  it('installs the dependencies, says so, and goes on', () => {
    const { code, said } = runFresh(installs);
    expect(said).toContain('node_modules is missing: installing');
    expect(said).toContain('npm ci');
    expect(said).toContain('said one,two');
    expect(code).toBe(0);
  });

  it('installs once', () => {
    runFresh(installs);
    expect(runFresh(installs).said).not.toContain('installing');
  });

  it('ends with what to do when npm fails', () => {
    const { code, said } = runFresh('process.exit(7);');
    expect(said).toContain(
      'npm could not install the dependencies (exit code 7)',
    );
    expect(said).toContain('What to do: check the network');
    expect(said).not.toContain('said one');
    expect(code).toBe(1);
  });

  it('hands on the exit code of what it runs', () => {
    writeFileSync(join(clone, 'hello.mjs'), 'process.exit(5);');
    expect(runFresh(installs).code).toBe(5);
  });
});
