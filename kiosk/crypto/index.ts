export { naclEngine } from './nacl-engine.ts';
export { sha256 } from './sha256.ts';
export { nodeEngine, signatures } from './signatures.ts';
export { isTorsionFree } from './torsion.ts';
