import type { Checkpoint, Snapshot } from '#kiosk/contract';

/**
 * What the page knows of its service. Only `live` holds a snapshot: with no service behind it, no
 * verdict can be on screen.
 */
export type Link =
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'live';
      readonly snapshot: Snapshot;
      /** Page time at which the snapshot came, in milliseconds. */
      readonly atMs: number;
    }
  /** Names the checkpoint that was last heard of, if any. */
  | { readonly kind: 'interrupted'; readonly checkpoint?: Checkpoint }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'turned-away' };

/** Within one service the number only grows; another service replaces whatever was held. */
export function isNewer(
  held: Snapshot | undefined,
  incoming: Snapshot,
): boolean {
  return (
    held === undefined ||
    held.serviceId !== incoming.serviceId ||
    incoming.number > held.number
  );
}
