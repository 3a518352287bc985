import { describe, expect, it } from 'vitest';
import { readPinnedRoot, type HeldBundle } from '#core/trust';
import { sha256 } from '#kiosk/crypto';
import { rulesOf, trustViewOf } from '#kiosk/trust';
import { checkpoint } from '../../core/log/example-records.ts';
import {
  dayMs,
  hourMs,
  issuerKey,
  nowMs,
  nowSeconds,
  siteContent,
  testKey,
  toHex,
  trustedNow,
} from '../../core/trust/signing.ts';
import { sampleList } from '../../core/trust/tuf/repositories.ts';
import { pin } from './pinned.ts';

const noKills: HeldBundle['kills'] = { kids: [], ranges: [] };

describe('the view of trust', () => {
  it('before the first bundle is the root alone', () => {
    const view = trustViewOf(pinned(), pin.rootFile, undefined, trustedNow);
    expect(view).toEqual({
      root: {
        name: 'ROOT-1',
        version: 1,
        threshold: 2,
        keys: 3,
        fingerprint: (toHex(sha256(pin.rootFile)).match(/.{4}/g) ?? []).join(
          ' ',
        ),
      },
    });
  });

  it('has ages, the ladder of the policy and who says since when', () => {
    const content = siteContent();
    const { freshness } = content.policy;
    const view = viewOf(content, noKills, nowMs - hourMs / 2);
    expect(view).toMatchObject({
      version: 5,
      signedAtMs: nowMs - hourMs,
      confirmedAtMs: nowMs - hourMs / 2,
      rung: 'normal',
      ladder: freshness,
      policy: { version: 3, asOfMs: content.policy.asOfMs },
    });
    expect(viewOf(content, noKills)).not.toHaveProperty('confirmedAtMs');
    const old = siteContent({ signedAtMs: nowMs - 31 * dayMs });
    expect(viewOf(old, noKills)?.rung).toBe('expired');
  });

  it('says of each key whether it may sign now, and of a killed one that it is dead', () => {
    const at = (name: string, from: number, until: number) =>
      issuerKey(testKey('51', name), {
        from: nowSeconds + from,
        until: nowSeconds + until,
      });
    const keys = [
      at('upcoming', 1, 9),
      at('in force', 0, 9),
      at('ended', -9, 0),
      at('killed', 0, 9),
    ];
    const kids = [keys[3]?.kid ?? ''];
    const view = viewOf(siteContent({ keys }), { kids, ranges: [] });
    expect(view?.issuers[0]?.keys.map(({ state }) => state)).toEqual([
      'upcoming',
      'in-force',
      'ended',
      'killed',
    ]);
    expect(view?.killed).toEqual({ keys: 1, ranges: 0 });
    expect(view?.issuers[0]?.keys[1]).toMatchObject({
      kinds: ['pass'],
      fromMs: nowMs,
      untilMs: nowMs + 9_000,
    });
  });

  it('counts what each list says, of its own issuer alone', () => {
    const statusLists = [sampleList(), sampleList({ issuer: '37', list: 2 })];
    const view = viewOf(siteContent({ statusLists }), noKills);
    const expected = [
      {
        list: 1,
        asOfMs: nowMs - hourMs,
        entries: 4,
        hold: 1,
        revoked: 1,
        changed: 1,
      },
    ];
    expect(view?.issuers.map(({ lists }) => lists)).toEqual([expected]);
    const again = viewOf(siteContent({ statusLists }), noKills);
    expect(again?.issuers[0]?.lists).toEqual(expected);
  });
});

describe('the rules of a lane', () => {
  const held = (content: HeldBundle['content']) =>
    // Of a held bundle no more is looked at.
    ({ content, policy: content.policy }) as HeldBundle;

  it('count from what a token says, and the statuses from the oldest list', () => {
    const statusLists = [
      sampleList({ asOfMs: nowMs - 2 }),
      sampleList({ list: 2, asOfMs: nowMs - 7 }),
    ];
    const trust = {
      held: () => held(siteContent({ statusLists })),
      asOfMs: () => nowMs - 1,
    };
    expect(rulesOf(trust, checkpoint)).toMatchObject({
      trustVersion: 5,
      trustAsOfMs: nowMs - 1,
      statusAsOfMs: nowMs - 7,
    });
  });

  it('have no age of statuses where there is no list, and are none before a bundle', () => {
    const without = {
      held: () => held(siteContent({ statusLists: [] })),
      asOfMs: () => nowMs,
    };
    expect(rulesOf(without, checkpoint)).not.toHaveProperty('statusAsOfMs');
    const nothing = { held: () => undefined, asOfMs: () => undefined };
    expect(rulesOf(nothing, checkpoint)).toBeUndefined();
  });
});

function pinned() {
  const root = readPinnedRoot(pin);
  if (!root.ok) throw new Error(root.error.code);
  return root.value;
}

function viewOf(
  content: HeldBundle['content'],
  kills: HeldBundle['kills'],
  confirmedAtMs?: number,
) {
  const { policy, version, signedAtMs } = content;
  const rules = {
    policy,
    trustVersion: version,
    trustAsOfMs: confirmedAtMs ?? signedAtMs,
    checkpoint,
  };
  const believed = { held: { content, kills }, rules, confirmedAtMs };
  return trustViewOf(pinned(), pin.rootFile, believed, trustedNow).held;
}
