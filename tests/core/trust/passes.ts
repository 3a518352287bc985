import type { HouseholdPass, SinglePass } from '#core/pass';
import { checkPass, type BundleContent, type CheckedPass } from '#core/trust';
import { nowSeconds, quick, trustedNow } from './signing.ts';
import { trustOf } from './trust-of.ts';

/** Checks a text at a site that holds the sample bundle, or one that differs in some parts. */
export function check(
  text: string,
  changes: Partial<BundleContent> = {},
): CheckedPass {
  return checkPass(text, trustOf(changes), quick, trustedNow, 'site');
}

export function counterfeit(detail: string): unknown {
  return { kind: 'counterfeit', detail };
}

export function greenPass(changes: Partial<SinglePass> = {}): SinglePass {
  return {
    kind: 'single',
    issuer: '51',
    issuedAt: nowSeconds - 3_600,
    notBefore: nowSeconds - 3_600,
    expiresAt: nowSeconds + 3_600,
    passId: new Uint8Array(16).fill(7),
    form: 'static',
    health: {
      person: { name: '张小明' },
      colour: { code: 'G' },
      status: { list: 1, index: 0 },
    },
    ...changes,
  };
}

/** Members of these colours, their status at index 0, 1, 2 … */
export function household(colours: readonly string[]): HouseholdPass {
  const { health: _, ...claims } = greenPass();
  return {
    ...claims,
    kind: 'household',
    members: colours.map((code, index) => ({
      person: { name: `成员${index}` },
      colour: { code },
      status: { list: 1, index },
    })),
  };
}
