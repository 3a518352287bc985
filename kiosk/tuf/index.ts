export { metadata } from './metadata.ts';
