import {
  apply,
  toHeldBundle,
  type BundleContent,
  type Kills,
  type TrustList,
} from '#core/trust';
import { bundle, createStore } from './tuf/repositories.ts';
import { siteContent, trustedNow } from './signing.ts';

/**
 * The look-ups of a kiosk that holds the sample content, or one that differs in some parts. What no bundle
 * may say is taken here as well: the rules of bundles are asked elsewhere.
 */
export function trustOf(
  changes: Partial<BundleContent> = {},
  kills: Kills = { kids: [], ranges: [] },
): TrustList {
  return toHeldBundle({ ...held, content: siteContent(changes), kills }).trust;
}

const store = createStore();
apply(bundle(), trustedNow, store);
const held = store.held();
