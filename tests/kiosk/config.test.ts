import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readKioskConfig } from '#kiosk/config';

const good = `
[checkpoint]
id = "CD-EAST-01"
name_zh = "成都东站"
name_en = "Chengdu East"
lane = "3"
direction = "in"
site_type = "station"

[trust]
root = "root.json"
bundle = "bundle.hpb"

[sealing]
site_key = "/etc/postern/site-key.json"

[[thermometer]]
id = "thermometer-1"
path = "/dev/ttyUSB0"
mode = "surface"
`;

describe('kiosk.toml', () => {
  test('is read with every default filled in and every path absolute', () => {
    const file = written(good);
    const read = readKioskConfig(file);
    expect(read).toMatchObject({
      ok: true,
      value: {
        checkpoint: { time_zone: 'Asia/Shanghai' },
        trust: {
          root: join(file, '..', 'root.json'),
          bundle: join(file, '..', 'bundle.hpb'),
        },
        sealing: { site_key: '/etc/postern/site-key.json' },
        scanner: [],
        thermometer: [
          { baud: 9600, offset: 0, stable_samples: 5, spread: 0.3 },
        ],
      },
    });
  });

  test('is read as docs/operating.md shows it, line by line', () => {
    const manual = readFileSync(
      join(import.meta.dirname, '..', '..', 'docs', 'operating.md'),
      'utf8',
    );
    const [, example = ''] =
      /^```toml\n(language.*?)^```$/ms.exec(manual) ?? [];
    expect(readKioskConfig(written(example))).toMatchObject({
      ok: true,
      value: {
        language: 'zh',
        staff: [{ name: '王敏', role: 'supervisor', badge: 'WANG-MIN-07' }],
        scanner: [{ baud: 115_200 }],
        thermometer: [{ mode: 'surface', offset: 0.9 }],
      },
    });
  });

  test('that is missing is a first run, not a fault', () => {
    const read = readKioskConfig(
      join(tmpdir(), 'no-such-folder', 'kiosk.toml'),
    );
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'config.missing' },
    });
  });

  test.each([
    [
      'a name and a key in place of a root file',
      'root = "root.json"',
      `root_name = "SICHUAN-ROOT"\nroot_key = "${'ab'.repeat(32)}"`,
      'say root = "root.json"',
    ],
    ['no root', 'root = "root.json"', '', 'trust.root'],
    ['an unknown key', '[sealing]', 'colour = "red"\n[sealing]', 'colour'],
    ['an unknown key of trust', 'root =', 'roots = 2\nroot =', 'roots'],
    ['another direction', '"in"', '"sideways"', 'direction'],
    [
      'a zone that is none',
      '"station"',
      '"station"\ntime_zone = "Mars/Olympus"',
      'time_zone',
    ],
    [
      'an offset beyond any calibration',
      '"surface"',
      '"surface"\noffset = 9.0',
      'offset',
    ],
    [
      'staff whose PIN is no hash',
      '[sealing]',
      `${person('王敏', 'supervisor', '73915026')}[sealing]`,
      'npm run staff-pin',
    ],
    [
      'a supervisor without a PIN',
      '[sealing]',
      `${person('王敏', 'supervisor')}[sealing]`,
      'a PIN for everyone but guards',
    ],
    [
      'two of one name',
      '[sealing]',
      `${person('王敏', 'guard')}${person('王敏', 'guard')}[sealing]`,
      'names that differ',
    ],
    ['no TOML at all', '[checkpoint]', '[checkpoint', 'TOML'],
  ])('is refused with the place named: %s', (_, from, to, names) => {
    const read = readKioskConfig(written(good.replace(from, to)));
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'config.invalid' },
    });
    expect(read.ok ? '' : read.error.message).toContain(names);
  });
});

function person(name: string, role: string, pinHash?: string): string {
  const pin = pinHash === undefined ? '' : `pin_hash = "${pinHash}"\n`;
  return `[[staff]]\nname = "${name}"\nrole = "${role}"\n${pin}\n`;
}

function written(content: string): string {
  const file = join(
    mkdtempSync(join(tmpdir(), 'postern-config-')),
    'kiosk.toml',
  );
  writeFileSync(file, content);
  return file;
}
