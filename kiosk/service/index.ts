export { createAnswers, maySend, refusal } from './answers.ts';
export { createPublisher } from './publisher.ts';
export { startService } from './service.ts';
export type * from './service-parts.ts';
