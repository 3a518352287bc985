export { startService } from './service.ts';
export type {
  Recognised,
  Service,
  ServiceClient,
  ServiceParts,
} from './service.ts';
