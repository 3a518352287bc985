import { toConfigDraft } from '#core/log';
import type { HostClock, TrustedTime } from '#core/trust';
import type { Store } from '#db';
import { prepareStaff, type PreparedPerson } from '#kiosk/staff';
import { newId } from './new-id.ts';

/** The files a lane starts on, by their SHA-256, and who works there from its first start on. */
export interface SetUp {
  /** Whether a person at the screen wrote them just now, or they were there. */
  readonly by: 'first-run' | 'file';
  readonly configHash: Uint8Array;
  readonly siteKeyHash: Uint8Array;
  readonly rootHash: Uint8Array;
  readonly bundleHash?: Uint8Array;
  readonly staff: readonly PreparedPerson[];
}

/**
 * An entry for every start on other files than the one before, after those of the first people where
 * nobody works yet. Called again it does what is left. Throws StoreError where it cannot be durable.
 */
export function recordSetUp(
  store: Store,
  setUp: SetUp,
  at: TrustedTime,
  clock: HostClock,
): void {
  const { configHash, siteKeyHash, rootHash } = setUp;
  const known = [configHash, siteKeyHash, rootHash].map(toHex).join(' ');
  if (store.meta.get(knownFiles) === known) return;
  if (store.staff.rows().length === 0) prepareStaff(store, setUp.staff, clock);
  const draft = toConfigDraft({ ...setUp, id: newId(), at });
  store.staff.change({ entries: [draft] });
  store.meta.set(knownFiles, known);
}

/** The bundle is not among them: what becomes of each is an entry of its own. */
const knownFiles = 'set-up';

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
