export type * from './cbor-value.ts';
export { decodeCbor } from './decode.ts';
export { encodeCbor, OutsideProfile } from './encode.ts';
