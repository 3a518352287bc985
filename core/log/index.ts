export type * from './entry.ts';
export type * from './store.ts';
export { chainNext, genesis, noSealedHash, verifyChain } from './chain.ts';
export type { ChainFault, ChainProof } from './chain.ts';
export { columnsOf, encodeHeader, readHeader } from './header.ts';
export type { EntryHeader, HeaderDraft, HeaderFault } from './header.ts';
export { projectionOf } from './projection.ts';
export { toEntryDraft } from './gate-entry.ts';
export {
  toClockDraft,
  toImportDraft,
  toStartDraft,
  toStopDraft,
} from './host-entry.ts';
export {
  decodePersonalData,
  encodePersonalData,
  personalDataOf,
} from './personal-data.ts';
export type { PersonalData } from './personal-data.ts';
