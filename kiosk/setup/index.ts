export { prepareSite } from './prepare-site.ts';
export type { PreparedSite } from './prepare-site.ts';
export { startSetup } from './setup-service.ts';
export { createSwitch } from './switch.ts';
