import type { SignatureEngine, Signatures } from '#core/trust';
import { naclEngine } from './nacl-engine.ts';
import { createNodeEngine } from './node-engine.ts';
import { isTorsionFree } from './torsion.ts';

export const nodeEngine: SignatureEngine = createNodeEngine();

/** The fast engine judges everything; the slow one is asked only where it said yes. */
export const signatures: Signatures = {
  first: nodeEngine,
  second: naclEngine,
  isTorsionFree,
};
