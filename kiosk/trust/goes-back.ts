import type { HeldBundle } from '#core/trust';
import type { Store } from '#db';

/** Whether a store that remembers this mark would not take a bundle, whatever else can be read of it. */
export function goesBack(
  { root, content }: Pick<HeldBundle, 'root' | 'content'>,
  mark: ReturnType<Store['trust']['mark']>,
): boolean {
  if (mark === undefined) return false;
  if (content.profile !== mark.profile) return true;
  if (root.version !== mark.rootVersion) return root.version < mark.rootVersion;
  return content.version < mark.version || content.signedAtMs < mark.signedAtMs;
}
