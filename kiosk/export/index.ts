export { createExporter } from './exporter.ts';
export type { ExportedRows, ExporterParts } from './exporter.ts';
export { describeFinding } from './finding.ts';
export type { Finding } from './finding.ts';
export { plainCell } from './plain-cell.ts';
export { rememberDeviceKey } from './remembered-key.ts';
export { verifyExport } from './verify-export.ts';
export type {
  ExportToVerify,
  VerifiedExport,
  VerifyFailure,
} from './verify-export.ts';
