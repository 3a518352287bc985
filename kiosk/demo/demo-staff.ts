import type { Store } from '#db';
import { hashPin, prepareStaff } from '#kiosk/staff';

/** Shown on the log-in screen of the demo, which nobody's data is behind. */
export const demoPin = '86421357';

/** Who works at the demo's gate; their PINs are the one shown, whatever became of them the last time. */
export async function addDemoStaff(store: Store): Promise<void> {
  const pinHash = await hashPin(demoPin);
  prepareStaff(store, [
    { name: '演示主管 Demo supervisor', role: 'supervisor', pinHash },
    { name: '演示审计 Demo auditor', role: 'auditor', pinHash },
    { name: '值守甲 Guard A', role: 'guard', badge: 'DEMO-BADGE-A' },
    { name: '值守乙 Guard B', role: 'guard', badge: 'DEMO-BADGE-B' },
  ]);
}
