import type { ContractError, QueryValues, Snapshot } from '#kiosk/contract';
import type { Request } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';

/** A kiosk of the gallery that answers in its own way. */
export interface Scene {
  readonly link: Link;
  /** What it answers instead of what every other one does. */
  readonly answers?: Partial<QueryValues>;
  /** What comes of a command; of any other nothing does. */
  readonly upon?: Partial<Record<Request['kind'], Consequence>>;
}

export interface Consequence {
  readonly changes?: Partial<Snapshot>;
  readonly error?: ContractError;
}
