/** Everything the profile can say: there are no floats, no null, no tags inside. */
export type CborValue =
  | number
  | string
  | Uint8Array
  | boolean
  | readonly CborValue[]
  | ReadonlyMap<number | string, CborValue>;

/** The rule of the profile that was broken (docs/pass-format.md, part 3). */
export type CborDetail =
  | 'cbor-truncated'
  | 'cbor-trailing-bytes'
  | 'cbor-indefinite'
  | 'cbor-not-shortest'
  | 'cbor-unsorted-keys'
  | 'cbor-duplicate-key'
  | 'cbor-type'
  | 'cbor-integer-range'
  | 'cbor-depth'
  | 'cbor-key-type'
  | 'text-utf8'
  | 'text-not-nfc'
  | 'text-control-character';

export interface CborFault {
  readonly detail: CborDetail;
  /** Offset of the first byte of the item that breaks the rule. */
  readonly at: number;
}
