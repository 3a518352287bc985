export type * from './entry.ts';
export type * from './store.ts';
export {
  chainNext,
  entryHash,
  genesis,
  noSealedHash,
  verifyChain,
} from './chain.ts';
export type { ChainFault, ChainProof } from './chain.ts';
export { inspectEntries } from './entry-faults.ts';
export type { InspectedEntry } from './entry-faults.ts';
export { filterBody, toExportDraft } from './export-entry.ts';
export type { ExportEvent } from './export-entry.ts';
export { columnsOf, encodeHeader, readHeader } from './header.ts';
export type { EntryHeader, HeaderDraft, HeaderFault } from './header.ts';
export { isBody, projectionOf } from './projection.ts';
export { toConfigDraft } from './config-entry.ts';
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
export { toStaffDraft } from './staff-entry.ts';
export type {
  StaffAction,
  StaffCause,
  StaffEvent,
  StaffPerson,
} from './staff-entry.ts';
