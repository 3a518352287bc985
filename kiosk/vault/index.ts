export { createCalendar } from './calendar.ts';
export type { Calendar } from './calendar.ts';
export { createDedupeTagger } from './dedupe-tagger.ts';
export type { DedupeTagger } from './dedupe-tagger.ts';
export { deviceKeyOf } from './device-key.ts';
export type { DeviceKey } from './device-key.ts';
export { createFileVault } from './file-vault.ts';
export type { KeyVault } from './key-vault.ts';
export { discloseMonthKey, monthKeyOf } from './month-key.ts';
export type { MonthKey } from './month-key.ts';
export { createSealer, openSealed } from './sealer.ts';
export type { SealContext, Sealer } from './sealer.ts';
export {
  createSiteKey,
  encodeSiteKey,
  readSiteKey,
  unwrapSiteKey,
} from './site-key.ts';
export type { SiteKey } from './site-key.ts';
