import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemo, type DemoChoices } from '#kiosk/demo';
import type { Lane } from '#kiosk/lane';
import { runIssuer } from '../../fixtures/issuer/run-issuer.ts';

let folder: string;
let lane: Lane | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postern-demo-'));
});
afterEach(async () => {
  await lane?.stop();
  lane = undefined;
  rmSync(folder, { recursive: true });
});

const noWarning = (message: string): void => {
  throw new Error(message);
};

async function start(choices: DemoChoices = {}): Promise<Lane> {
  const started = await startDemo(folder, noWarning, choices);
  if (!started.ok) throw new Error(started.error.message);
  lane = started.value;
  return started.value;
}

/**
 * A static pass of one's own, by the words that the demo prints; a few seconds old, as the error of
 * the kiosk's clock leaves open whether a newer one is valid yet.
 */
async function ownPass(printed: string): Promise<string> {
  const [, words = ''] =
    /npm run issuer -- (pass [^\n]+\\\n[^\n]+)\n/.exec(printed) ?? [];
  const { out, said } = await runIssuer(
    folder,
    words.split(/[\s\\]+/),
    '',
    undefined,
    Date.now() - 5_000,
  );
  expect(said).toBe('');
  return out;
}

describe('a demo', () => {
  it('prints commands that make a pass it knows', async () => {
    let printed = '';
    const { service } = await start({
      print: (text) => {
        printed += text;
      },
    });
    const guard = service.connect('guard');
    await guard.command({
      kind: 'capture',
      commandId: randomUUID(),
      text: await ownPass(printed),
      source: 'panel',
    });
    expect(guard.snapshot().gate).toMatchObject({ kind: 'need-temperature' });
    expect(printed).toContain(`npm run issuer -- holder --demo ${folder}`);
  });

  it('holds the same still pass to check the ID where its policy asks for a live code', async () => {
    let printed = '';
    const { service } = await start({
      presentation: 'live',
      print: (text) => {
        printed += text;
      },
    });
    const guard = service.connect('guard');
    await guard.command({
      kind: 'capture',
      commandId: randomUUID(),
      text: await ownPass(printed),
      source: 'panel',
    });
    const { gate } = guard.snapshot();
    expect(gate.kind === 'hold' && gate.verdict.reasons[0]).toEqual({
      code: 'check-id',
      detail: 'not-live',
    });
  });

  it('keeps the keys of its issuers for its own account while it runs, the root never', async () => {
    const issuer = join(folder, 'issuer');
    const mine = join(issuer, 'mine.txt');
    mkdirSync(issuer);
    writeFileSync(mine, 'not the demo’s');
    const running = await start();
    const keys = readdirSync(issuer).filter((name) => name.endsWith('.json'));
    expect(keys).toContain('DEMO-51.key.json');
    for (const file of keys) {
      expect(statSync(join(issuer, file)).mode & 0o777).toBe(0o600);
      const text = readFileSync(join(issuer, file), 'utf8');
      expect(text).toContain('"kind": "issuer-key"');
      expect(text).not.toContain('ROOT');
    }
    await running.stop();
    lane = undefined;
    expect(readdirSync(issuer)).toEqual(['mine.txt']);
  });
});
