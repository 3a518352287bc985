import type { EntryDraft } from '#core/log';
import { err, ok, type Result } from '#core/result';
import {
  apply,
  checkFreshnessToken,
  isRecovery,
  noKills,
  readPinnedRoot,
  toHeldBundle,
  type AppliedBundle,
  type BundleRefusal,
  type HeldBundle,
  type Pin,
  type TrustedTime,
} from '#core/trust';
import { StoreError, type Store } from '#db';
import { confirmedBy } from './confirmed-by.ts';
import { goesBack } from './goes-back.ts';
import { readHeld } from './read-held.ts';
import type { TombstoneFile } from './tombstone-file.ts';
import { nothing, openMemory, rememberedOf } from './trust-memory.ts';
import type { TrustKeeper } from './trust-keeper.ts';

/** What of a store trust is kept in. */
export type TrustStorage = Pick<Store, 'trust' | 'meta'>;

/** Where the text of the token is kept that the held bundle was last confirmed by. */
const tokenName = 'freshness-token';

/**
 * Reads what the store holds under the pinned root. A stored file that no longer reads — another
 * root is pinned, the file was tampered with — is not believed, and the kiosk says it has no trust; nor
 * is one older than the newest ever taken, or one of which the tombstones beside it are lost.
 * Throws where the pinned root is none: whoever hands it over has read it. Throws StoreError.
 */
export function openTrust(
  store: TrustStorage,
  pin: Pin,
  tombstones: TombstoneFile,
): TrustKeeper {
  const pinned = readPinnedRoot(pin);
  if (!pinned.ok) throw new Error(`no pinned root: ${pinned.error.code}`);
  const memory = openMemory(tombstones, pinned.value.name);
  let held: HeldBundle | undefined;
  let token = store.meta.get(tokenName);
  let confirmedAtMs: number | undefined;
  let recoveries = 0;
  /** A commit that failed may have reached the disk all the same. */
  let inDoubt: HeldBundle | undefined;

  function start(): void {
    const read = readHeld(store, pin, memory.current());
    if (read !== undefined && memory.isWhole()) taken(read);
    else if (read !== undefined) memory.startFrom(rememberedOf(read));
    else startFromMark();
  }

  /** Of a file that cannot be read, how new it was is all that is left. */
  function startFromMark(): void {
    const mark = store.trust.mark();
    if (mark === undefined) return;
    const { rootVersion, version } = mark;
    memory.startFrom({ ...nothing, kills: noKills, rootVersion, version });
  }

  function replace(next: HeldBundle, entries: readonly EntryDraft[]): void {
    memory.before(next);
    try {
      store.trust.replace(next, {
        entries,
        takesTimeBack: takesTimeBack(next),
      });
    } catch (error) {
      inDoubt = next;
      throw error;
    }
    taken(next);
  }

  function takesTimeBack(next: HeldBundle): boolean {
    return held !== undefined && isRecovery(next, held, pin);
  }

  function taken(next: HeldBundle): void {
    if (takesTimeBack(next)) recoveries += 1;
    held = next;
    confirmedAtMs = confirmedBy(token, next, pin);
    remember(next);
  }

  /** The dead are written down already. What else is not is so at the next start, or with the next bundle. */
  function remember(next: HeldBundle): void {
    try {
      memory.after(next);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }

  function settle(): void {
    if (inDoubt === undefined) return;
    const file = store.trust.file();
    const next = inDoubt;
    inDoubt = undefined;
    if (file !== undefined && Buffer.compare(file, next.bundle) === 0)
      taken(next);
  }

  function decide(
    bundle: Uint8Array,
    now: TrustedTime,
    take: (next: HeldBundle) => void,
  ): Result<AppliedBundle, BundleRefusal> {
    const { held: current, remembered } = keeper.basis();
    let isOlder = false;
    const applied = apply(bundle, now, {
      ...pin,
      current: () => current,
      remembered: () => remembered,
      chunk: (sha256) => store.trust.chunk(sha256),
      replace: (next) => {
        isOlder = goesBack(next, store.trust.mark());
        if (!isOlder) take(next);
      },
    });
    return isOlder ? err({ code: 'bundle-rollback', where: 'store' }) : applied;
  }

  const asOfMs = (): number | undefined =>
    held && Math.max(held.content.signedAtMs, confirmedAtMs ?? 0);

  const keeper: TrustKeeper = {
    pin,
    held: () => held,
    root: () => held?.root ?? pinned.value,
    asOfMs,
    confirmedAtMs: () => confirmedAtMs,
    recoveries: () => recoveries,
    apply: (bundle, now, entryOf) =>
      decide(bundle, now, (next) => {
        const { version, signedAtMs } = next.content;
        const entry = entryOf?.({ kind: 'replaced', version, signedAtMs });
        replace(next, entry === undefined ? [] : [entry]);
      }),
    wouldTake: (bundle, now) => decide(bundle, now, () => undefined),
    basis: () => {
      settle();
      return { held, remembered: memory.current() };
    },
    keep: (chunks, besides) => {
      store.trust.keep(chunks, besides);
    },
    adopt: (next, basis, entry) => {
      const isOther = held !== basis.held || inDoubt !== undefined;
      if (isOther || goesBack(next, store.trust.mark())) return false;
      replace(toHeldBundle(next), [entry]);
      return true;
    },
    confirm: (text, now, entryOf) => {
      settle();
      const target = { ...pin, held, asOfMs: asOfMs() };
      const checked = checkFreshnessToken(text, target, now);
      if (!checked.ok) return checked;
      if (held === undefined) return err('token.no-bundle');
      const { signedAtMs } = checked.value;
      const confirmed = { signedAtMs, version: held.content.version };
      store.meta.set(tokenName, text, [entryOf(confirmed)]);
      token = text;
      confirmedAtMs = signedAtMs;
      return ok(confirmed);
    },
  };
  start();
  return keeper;
}
