export { parseKioskConfig, readKioskConfig } from './kiosk-config.ts';
export type {
  ConfigFailure,
  KioskConfig,
  ScannerConfig,
  StaffConfig,
  ThermometerConfig,
} from './kiosk-config.ts';
export { dataFolder } from './data-folder.ts';
export { readIfThere } from './read-if-there.ts';
