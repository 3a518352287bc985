import type { Device, ScannedText } from '../device.ts';
import { createDevice, type DevicePlan } from '../life-cycle.ts';
import { scannerFramer, type ScannerProfile } from './framing.ts';

export interface ScannerPlan extends DevicePlan {
  readonly profile: ScannerProfile;
}

/** A scanner on a byte stream: serial, CDC, or a memory transport. */
export function createScanner(plan: ScannerPlan): Device<ScannedText> {
  return createDevice('scanner', plan, () => scannerFramer(plan.profile));
}
