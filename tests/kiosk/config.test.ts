import { mkdtempSync, writeFileSync } from 'node:fs';
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
root_name = "SICHUAN-ROOT"
root_key = "${'ab'.repeat(32)}"
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
        trust: { bundle: join(file, '..', 'bundle.hpb') },
        sealing: { site_key: '/etc/postern/site-key.json' },
        scanner: [],
        thermometer: [
          { baud: 9600, offset: 0, stable_samples: 5, spread: 0.3 },
        ],
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
    ['a demo root', 'SICHUAN-ROOT', 'DEMO-ROOT', 'root_name'],
    ['an unknown key', '[sealing]', 'colour = "red"\n[sealing]', 'colour'],
    ['a short root key', 'ab'.repeat(32), 'ab', 'root_key'],
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

function written(content: string): string {
  const file = join(
    mkdtempSync(join(tmpdir(), 'postern-config-')),
    'kiosk.toml',
  );
  writeFileSync(file, content);
  return file;
}
