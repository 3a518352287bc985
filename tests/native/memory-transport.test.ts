import { describe, expect, it, vi } from 'vitest';
import { memoryTransport } from '#native';
import { bytesOf } from './play.ts';

describe('memory transport', () => {
  it('is busy for a second handle until the first is closed', async () => {
    const port = memoryTransport();
    const events = { bytes: () => {}, gone: () => {} };
    const [first, second] = [port.transport(), port.transport()];
    await first.open(events);
    await expect(second.open(events)).rejects.toMatchObject({
      code: 'device.busy',
    });
    await second.close();
    await expect(port.transport().open(events)).rejects.toMatchObject({
      code: 'device.busy',
    });
    await first.close();
    await expect(port.transport().open(events)).resolves.toBeUndefined();
  });

  it('tells of an unplug once, and not after a close', async () => {
    const port = memoryTransport();
    const gone = vi.fn();
    const handle = port.transport();
    await handle.open({ bytes: () => {}, gone });
    port.unplug();
    port.unplug();
    expect(gone.mock.calls).toEqual([['device.unplugged']]);
    port.replug();
    const next = port.transport();
    await next.open({ bytes: () => {}, gone });
    await next.close();
    port.unplug();
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it('loses what is sent while nobody listens', async () => {
    const port = memoryTransport();
    const bytes = vi.fn();
    port.push(bytesOf('early'));
    await port.transport().open({ bytes, gone: () => {} });
    port.push(bytesOf('later'));
    expect(bytes.mock.calls).toEqual([[bytesOf('later')]]);
  });
});
