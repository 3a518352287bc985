import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, describe, test } from 'vitest';
import { findPorts, type KnownPort } from '../../../kiosk/setup/find-ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'postern-ports-'));
const devices = join(folder, 'dev');
const kernel = join(folder, 'tty');
mkdirSync(join(devices, 'serial', 'by-id'), { recursive: true });
for (const name of ['ttyUSB0', 'ttyACM1', 'ttyS0', 'tty1'])
  writeFileSync(join(devices, name), '');
symlinkSync(
  '../../ttyUSB0',
  join(devices, 'serial', 'by-id', 'usb-Maker_1-if00'),
);
for (const [name, type] of [
  ['ttyS0', '4\n'],
  ['ttyS9', '0\n'],
] as const) {
  mkdirSync(join(kernel, name), { recursive: true });
  writeFileSync(join(kernel, name, 'type'), type);
}

describe('the ports of a machine', () => {
  test('are found without the help of the system, by the path that lasts', async () => {
    const noHelp = () => Promise.reject(new Error('spawn udevadm ENOENT'));
    expect(await findPorts({ devices, kernel, list: noHelp })).toEqual(
      [
        { path: join(devices, 'serial', 'by-id', 'usb-Maker_1-if00') },
        { path: join(devices, 'ttyACM1') },
      ].toSorted((a, b) => a.path.localeCompare(b.path, 'en')),
    );
  });

  test('bear the words of their maker, and those without a chip are left out', async () => {
    const known: readonly KnownPort[] = [
      { path: join(devices, 'ttyUSB0'), manufacturer: 'Maker' },
      { path: join(devices, 'ttyS0') },
      { path: join(devices, 'ttyS9') },
      { path: 'COM3', friendlyName: 'USB Serial Device (COM3)' },
    ];
    const found = await findPorts({
      devices,
      kernel,
      list: () => Promise.resolve(known),
    });
    expect(found).toContainEqual({
      path: join(devices, 'serial', 'by-id', 'usb-Maker_1-if00'),
      label: 'Maker',
    });
    expect(found).toContainEqual({
      path: 'COM3',
      label: 'USB Serial Device (COM3)',
    });
    const names = found.map(({ path }) => path.split('/').at(-1));
    expect(names).toContain('ttyS0');
    expect(names).not.toContain('ttyS9');
  });

  test('are none where nothing is there', async () => {
    const nowhere = join(folder, 'nothing');
    const sources = { devices: nowhere, kernel: nowhere };
    expect(
      await findPorts({ ...sources, list: () => Promise.resolve([]) }),
    ).toEqual([]);
  });
});
