import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  afterAllArtifactBuild,
  fusesOf,
} from '../../scripts/steps/read-back-fuses.mjs';

let outDir: string;
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'postern-fuses-'));
  vi.spyOn(console, 'log').mockReturnValue(undefined);
});
afterEach(() => {
  rmSync(outDir, { recursive: true });
});

/** A program with that wire: `0` off, `1` on, `r` removed. */
function programWith(wire: string, version = 1): Buffer {
  return Buffer.concat([
    Buffer.alloc(99, 7),
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([version, wire.length]),
    Buffer.from(wire),
    Buffer.alloc(99, 7),
  ]);
}

function packedAs(folder: string, name: string, wire: string): void {
  mkdirSync(join(outDir, folder));
  writeFileSync(join(outDir, folder, name), programWith(wire));
}

const configuration = {
  electronFuses: { runAsNode: false, onlyLoadAppFromAsar: true },
};

describe('reading fuses', () => {
  it('names each by its place on the wire', () => {
    expect(fusesOf(programWith('01001101'))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: true,
    });
  });

  it('takes a removed fuse, and one the program has not, for neither on nor off', () => {
    expect(fusesOf(programWith('r1'))).toMatchObject({
      runAsNode: undefined,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: undefined,
    });
  });

  it('refuses a program without fuses, or with a wire it does not know', () => {
    expect(() => fusesOf(Buffer.alloc(200))).toThrow('no fuses');
    expect(() => fusesOf(programWith('01001101', 2))).toThrow('version 2');
  });
});

describe('the hook after packing', () => {
  it('lets programs pass that have what was asked for', () => {
    packedAs('linux-unpacked', 'postern', '00000100');
    packedAs('linux-arm64-unpacked', 'postern', '00000100');
    packedAs('win-unpacked', 'Postern.exe', '00000100');
    expect(afterAllArtifactBuild({ outDir, configuration })).toEqual([]);
  });

  it.each([
    ['on that was to be off', '10000100', 'runAsNode is true'],
    ['off that was to be on', '00000000', 'onlyLoadAppFromAsar is false'],
    ['missing', '0000', 'onlyLoadAppFromAsar is undefined'],
  ])('refuses a program with a fuse %s', (_what, wire, why) => {
    packedAs('linux-unpacked', 'postern', '00000100');
    packedAs('win-unpacked', 'Postern.exe', wire);
    expect(() => afterAllArtifactBuild({ outDir, configuration })).toThrow(why);
  });
});
