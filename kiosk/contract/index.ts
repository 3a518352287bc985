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
  Role,
} from './commands.ts';
export type { ClientFunctions, KioskFunctions } from './kiosk.ts';
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
  ShownSubject,
  ShownVerdict,
  Snapshot,
} from './snapshot.ts';
export { fill, words } from './words.ts';
export type { Language, ReasonWords, ScreenWord, Words } from './words.ts';
