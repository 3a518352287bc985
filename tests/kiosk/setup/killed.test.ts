import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { connectClient } from '../../site/client.ts';
import { startKioskProcess } from '../../site/kiosk-process.ts';
import { makeNewSite } from './new-site.ts';

/** Spread over stretching, writing and opening; where a kill lands is the machine's affair. */
const killAfterMs = [200, 600, 1000];

test.each(killAfterMs)(
  'a first run killed %i ms after the last button is either not begun or done',
  async (delayMs) => {
    const site = await makeNewSite();
    const first = await startKioskProcess({ folder: site.folder });
    const client = await connectClient(first.url);
    const answered = client
      .command({ kind: 'complete-setup', choice: site.choice })
      .then(
        ({ ok }) => ok,
        () => false,
      );
    await Promise.race([wait(delayMs), answered]);
    await first.kill();
    client.close();

    const isWritten = readdirSync(site.folder).includes('kiosk.toml');
    const second = await startKioskProcess({ folder: site.folder });
    const again = await connectClient(second.url);
    expect((await again.snapshot()).state).toBe(
      isWritten ? 'ready' : 'unconfigured',
    );
    if (!isWritten) {
      const command = { kind: 'complete-setup', choice: site.choice } as const;
      expect(await again.command(command)).toEqual({ ok: true });
      expect((await again.snapshot()).state).toBe('ready');
    }
    expect(await again.query({ kind: 'staff' })).toMatchObject({
      ok: true,
      value: [{ name: site.choice.supervisor.name }],
    });
    again.close();
    await second.stop();
    site.remove();
  },
  30_000,
);
