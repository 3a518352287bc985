import {
  apply,
  type BundleContent,
  type BundleRefusal,
  type HeldBundle,
  type IssuerKey,
} from '#core/trust';
import {
  bundleOf,
  firstRoot,
  publish,
  repositoryOf,
  type PublicIssuerKey,
  type Repository,
  type Tampering,
} from '#fixtures/issuer';
import { createStore } from './tuf/repositories.ts';
import { nowMs, siteContent, testKey, trustedNow } from './signing.ts';

/** The repository that says this content under one key, every role of it at the content's version. */
export function repositoryWith(
  changes: Partial<BundleContent> = {},
): Repository {
  const content = siteContent(changes);
  return repositoryOf(
    testKey(content.root),
    { ...content, keys: content.keys.map(toPublicKey) },
    content.signedAtMs,
  );
}

/** What a kiosk that holds nothing makes of the content, rightly signed: what it holds then, or the refusal. */
export function taken(
  changes: Partial<BundleContent> = {},
  tampering: Tampering = {},
): HeldBundle | BundleRefusal {
  const repository = repositoryWith(changes);
  const store = createStore(repository, { rootFile: firstRoot(repository) });
  const bundle = bundleOf(publish(repository, tampering));
  const result = apply(bundle, { ...trustedNow, upperMs: nowMs }, store);
  return result.ok ? store.held() : result.error;
}

/** Its code is `taken` where there is none. */
export function refusalOf(
  changes: Partial<BundleContent> = {},
  tampering: Tampering = {},
): BundleRefusal | { readonly code: 'taken' } {
  const result = taken(changes, tampering);
  return 'code' in result ? result : { code: 'taken' };
}

/** What is held of the content; throws where it is refused. */
export function heldOf(
  changes: Partial<BundleContent> = {},
  tampering: Tampering = {},
): HeldBundle {
  const result = taken(changes, tampering);
  if ('code' in result) throw new Error(JSON.stringify(result));
  return result;
}

function toPublicKey(key: IssuerKey): PublicIssuerKey {
  const { kid, issuer: owner, publicKey, ...scope } = key;
  return {
    owner,
    kid: new Uint8Array(Buffer.from(kid, 'hex')),
    publicKey,
    scope,
  };
}
