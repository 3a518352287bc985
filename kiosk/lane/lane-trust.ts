import { toImportDraft } from '#core/log';
import type { Checkpoint } from '#core/policy';
import { err } from '#core/result';
import { StoreError } from '#db';
import type { Timekeeper } from '#kiosk/clock';
import { sha256 } from '#kiosk/crypto';
import { systemRoots } from '#kiosk/drives';
import { findBundles } from '#kiosk/import';
import type { ServiceParts } from '#kiosk/service';
import { rulesOf, trustViewOf, type TrustKeeper } from '#kiosk/trust';
import { newId } from './new-id.ts';

/** What of a lane its clients may ask about trust, and do to it, comes down to this. */
export interface LaneTrust {
  /** The data folder. */
  readonly folder: string;
  readonly checkpoint: Checkpoint;
  readonly trust: TrustKeeper;
  readonly time: Timekeeper;
  /** So many entries have become durable. */
  recorded(entries: number): void;
}

/** How the service asks about what is believed, and has it confirmed. */
export function trustOf(
  lane: LaneTrust,
): Pick<ServiceParts, 'trust' | 'confirm' | 'trustView' | 'bundlePlaces'> {
  const { folder, checkpoint, trust, time } = lane;
  return {
    trust,
    confirm: (token, by) => confirm(token, by, lane),
    trustView: () => {
      const held = trust.held();
      const rules = rulesOf(trust, checkpoint);
      return trustViewOf(
        trust.root(),
        trust.pin.rootFile,
        held && rules && { held, rules, confirmedAtMs: trust.confirmedAtMs() },
        time.now(),
      );
    },
    bundlePlaces: () => findBundles(folder, systemRoots()),
  };
}

/** The clock hears of it with the next look at the time, as of a bundle. */
function confirm(
  token: string,
  by: Parameters<ServiceParts['confirm']>[1],
  { trust, time, recorded }: LaneTrust,
): ReturnType<ServiceParts['confirm']> {
  try {
    const confirmed = trust.confirm(
      token,
      time.now(),
      ({ version, signedAtMs }) =>
        toImportDraft({
          id: newId(),
          at: time.now(),
          fileHash: sha256(Buffer.from(token)),
          result: { kind: 'confirmed', version, asOfMs: signedAtMs },
          ...(by !== undefined && { by }),
        }),
    );
    if (confirmed.ok) recorded(1);
    return confirmed;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return err('contract.out-of-service');
  }
}
