export { presentationOf } from './presentation.ts';
export { startDemo } from './start-demo.ts';
export type { DemoChoices } from './start-demo.ts';
