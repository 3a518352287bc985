import type { EntryDraft } from './entry.ts';
import { hostDraft, type Occasion } from './host-entry.ts';

/** The lane starts on other files than the last time: how it was set up, by their hashes. */
export function toConfigDraft(
  config: Occasion & {
    /** Whether a person at the screen wrote them, or someone prepared them. */
    readonly by: 'first-run' | 'file';
    /** SHA-256 of kiosk.toml, of the site's key, and of the root file and bundle it names. */
    readonly configHash: Uint8Array;
    readonly siteKeyHash: Uint8Array;
    readonly rootHash: Uint8Array;
    readonly bundleHash?: Uint8Array;
  },
): EntryDraft {
  const { by, configHash, siteKeyHash, rootHash, bundleHash } = config;
  return hostDraft('config', config, {
    action: 'set-up',
    by,
    configHash,
    siteKeyHash,
    rootHash,
    ...(bundleHash !== undefined && { bundleHash }),
  });
}
