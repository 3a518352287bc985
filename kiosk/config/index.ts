export { readKioskConfig } from './kiosk-config.ts';
export type {
  ConfigFailure,
  KioskConfig,
  ScannerConfig,
  ThermometerConfig,
} from './kiosk-config.ts';
export { dataFolder } from './data-folder.ts';
export { readIfThere } from './read-if-there.ts';
