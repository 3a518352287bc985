import type { Verdict } from '#core/policy';
import {
  everyIssuer,
  issuePass,
  makeBundle,
  makeIssuerKey,
  makeRoot,
  rootFileOf,
  sourcePolicies,
  statusList,
  type Claims,
  type IssuerSigningKey,
  type PublicIssuerKey,
  type SourceSystem,
} from '#fixtures/issuer';
import { kioskWith } from '../fixtures/kiosk-side.ts';

/** The same trust list under five policies, one per source system; only the policy differs. */
export interface FiveCheckpoints {
  /** Five verdicts on one code, shown at that instant, with what was measured, oldest first. */
  judge(
    text: string,
    atMs: number,
    estimatesCenti?: readonly number[],
  ): Readonly<Record<SourceSystem, Verdict>>;
  /** The text of a pass of the issuer of that area, as of when the bundles were signed. */
  issue(area: string, claims: Claims): string;
}

export const dayMs = 86_400_000;

/**
 * Issuers are named by `prefix` and area, and each has a key made now; `published` are keys of
 * passes made elsewhere. Chengdu's older code ends three days after `nowMs` (UTC).
 */
export function openCheckpoints(
  nowMs: number,
  prefix: string = 'TRIAL-',
  published: readonly PublicIssuerKey[] = [],
): FiveCheckpoints {
  const profile = prefix.startsWith('DEMO-') ? 'demo' : 'site';
  const issuers = everyIssuer(prefix);
  const keys = new Map(issuers.map(({ id }) => [id, keyOf(id, nowMs)]));
  const root = makeRoot(`${profile === 'demo' ? 'DEMO-' : ''}TRIAL-ROOT`);
  const rules = sourcePolicies({
    prefix,
    from: Math.floor((nowMs - 90 * dayMs) / 1000),
    legacyUntil: Math.floor((nowMs + 3 * dayMs) / 1000),
  });
  const kiosks = mapped(rules, (policy) =>
    kioskWith(
      makeBundle(
        root,
        {
          version: 1,
          profile,
          issuers,
          keys: [...keys.values(), ...published],
          policy,
          statusLists: issuers.map(({ id }) =>
            statusList({ issuer: id, list: 1, asOfMs: nowMs, size: 1024 }),
          ),
        },
        nowMs,
      ),
      rootFileOf(root, profile),
      profile,
      nowMs,
    ),
  );
  return {
    judge: (text, atMs, estimatesCenti = []) =>
      mapped(kiosks, (kiosk) => kiosk.judge(text, atMs, estimatesCenti)),
    issue: (area, claims) => {
      const key = keys.get(`${prefix}${area}`);
      if (key === undefined) throw new Error(`no issuer of ${area}`);
      const text = issuePass(key, claims, nowMs);
      if (!text.ok) throw new Error(JSON.stringify(text.error));
      return text.value;
    },
  };
}

/** A green person's static pass, in an issuer's own code for green. */
export function greenClaims(
  code: string = 'green',
): Extract<Claims, { kind: 'single' }> {
  return {
    kind: 'single',
    form: 'static',
    health: {
      person: { name: '林小山', birthYear: 1985 },
      colour: { code, label: '绿码' },
      status: { list: 1, index: 7 },
    },
  };
}

function keyOf(issuer: string, nowMs: number): IssuerSigningKey {
  const now = Math.floor(nowMs / 1000);
  return makeIssuerKey(issuer, {
    kinds: ['pass'],
    forms: ['live', 'paper', 'static'],
    from: now - 365 * 86_400,
    until: now + 365 * 86_400,
    areas: [],
  });
}

function mapped<From, To>(
  from: Readonly<Record<SourceSystem, From>>,
  change: (value: From) => To,
): Readonly<Record<SourceSystem, To>> {
  return {
    liaoning: change(from.liaoning),
    national: change(from.national),
    guangxi: change(from.guangxi),
    sichuan: change(from.sichuan),
    shandong: change(from.shandong),
  };
}
