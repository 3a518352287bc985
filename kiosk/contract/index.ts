export type {
  AllowReason,
  RecordingFailure,
  RefuseReason,
  Resolution,
  ResolutionKind,
} from '#core/gate';
export type {
  Advice,
  Badge,
  Checkpoint,
  Outcome,
  Reason,
  ReasonCode,
  SiteType,
} from '#core/policy';
export {
  allowReasons,
  commandRoles,
  commandSchema,
  refuseReasons,
} from './commands.ts';
export type {
  Command,
  CommandAnswer,
  ContractError,
  GateCommand,
  JobCommand,
} from './commands.ts';
export type { ClientFunctions, KioskFunctions } from './kiosk.ts';
export type * from './log.ts';
export { logFilterSchema } from './log.ts';
export { queryRoles, querySchema } from './queries.ts';
export type { Query, QueryAnswer, QueryValues } from './queries.ts';
export { roles } from './roles.ts';
export type { Granted, Role } from './roles.ts';
export { siteTypes } from './setup.ts';
export type * from './setup.ts';
export { contractVersion } from './snapshot.ts';
export type {
  Countdown,
  Counts,
  DemoPerson,
  DeviceFailure,
  DeviceStatus,
  Freshness,
  GateView,
  Job,
  JobFailure,
  JobKind,
  JobResults,
  JobState,
  ShownMember,
  ShownSubject,
  ShownVerdict,
  Snapshot,
} from './snapshot.ts';
export type * from './trust.ts';
export { staffCommandRoles } from './staff.ts';
export type * from './staff.ts';
export { fill, words } from './words.ts';
export type { Theme, Volume } from './words/display-words.ts';
export type { SetupStep, SetupWord } from './words/setup-words.ts';
export type { Language, ReasonWords, ScreenWord, Words } from './words.ts';
