import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeText } from '#core/pass';
import { issuePass, makeHolderKey, presentLive } from '#fixtures/issuer';
import type { GateView } from '#kiosk/contract';
import type { Lane } from '#kiosk/lane';
import { startSite } from '#kiosk/site';
import { makeSite, noWarning, type Site } from '../../site/make-site.ts';

const holder = makeHolderKey();

let site: Site;
let lane: Lane;
beforeEach(async () => {
  site = await makeSite();
  open();
});
afterEach(async () => {
  await lane.stop();
  site.remove();
});

describe('a lane, before a code that its holder’s phone refreshes', () => {
  test('admits it, and after a restart knows that very code again', async () => {
    const text = presentLive(passBytes(), holder, { nowMs: Date.now() });
    expect(show(text).kind).toBe('admit');
    const seenFromMs = Date.now() - 60_000;

    await lane.stop();
    open();
    const again = show(text);
    expect(again).toMatchObject({
      kind: 'hold',
      verdict: { reasons: [{ code: 'replay', detail: 'same-lane' }] },
    });
    const seen = again.kind === 'hold' ? again.verdict.seen : undefined;
    expect(seen?.lane).toBe('1');
    expect(seen?.atMs).toBeGreaterThan(seenFromMs);
  });

  test('holds an old one, and goes on with it when the fresh one is shown', () => {
    const bytes = passBytes();
    const old = presentLive(bytes, holder, { nowMs: Date.now() - 600_000 });
    expect(show(old)).toMatchObject({
      kind: 'hold',
      verdict: {
        reasons: [{ code: 'stale-presentation' }],
        advice: ['refresh-code', 'compare-id', 'call-hotline'],
      },
    });
    const fresh = presentLive(bytes, holder, { nowMs: Date.now() });
    expect(show(fresh).kind).toBe('admit');
  });

  test('refuses one that another phone signed', () => {
    const thief = makeHolderKey();
    const text = presentLive(passBytes(), thief, { nowMs: Date.now() });
    expect(show(text)).toMatchObject({
      kind: 'deny',
      verdict: {
        reasons: [{ code: 'counterfeit', detail: 'holder-signature' }],
      },
    });
  });
});

function open(): void {
  const opened = startSite(site.folder, noWarning);
  if (!opened.ok) throw new Error(opened.error.message);
  lane = opened.value;
}

/** What the gate shows once this was read. */
function show(text: string): GateView {
  const guard = lane.service.connect('guard');
  const commandId = randomUUID();
  void guard.command({ kind: 'capture', commandId, text, source: 'panel' });
  const { gate } = guard.snapshot();
  guard.close();
  return gate;
}

/** A live pass of that holder, as it is signed. */
function passBytes(): Uint8Array {
  const issued = issuePass(
    site.issuer,
    {
      kind: 'single',
      form: 'live',
      holderKey: holder.publicKey,
      health: {
        person: { name: '张小明' },
        colour: { code: 'green' },
        status: { list: 0, index: 1 },
      },
    },
    Date.now() - 60_000,
  );
  const decoded = issued.ok ? decodeText(issued.value) : issued;
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value.frame.bytes;
}
