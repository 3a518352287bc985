export { createRecognition } from './recognition.ts';
export type { Recognition, RecognitionParts } from './recognition.ts';
