import type { Snapshot } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import type { Draft, Faults } from './draft.ts';

/** What every step is drawn from. */
export interface StepParts {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly faults: Faults;
  readonly kiosk: LiveKiosk;
  readonly snapshot: Snapshot;
}
