import type { GateView } from '#kiosk/contract';

/** One case of the gate's view. */
export type View<Kind extends GateView['kind']> = Extract<
  GateView,
  { readonly kind: Kind }
>;
