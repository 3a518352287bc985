export { startService } from './service.ts';
export type { Service, ServiceParts } from './service.ts';
