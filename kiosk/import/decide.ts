import {
  apply,
  findChunks,
  readBundleFile,
  toHeldBundle,
  type BundleRefusal,
  type Chunks,
  type HeldBundle,
  type Metadata,
  type TrustStore,
} from '#core/trust';
import { sha256, signatures } from '#kiosk/crypto';
import { metadata } from '#kiosk/tuf';
import { changesBetween } from './changes-between.ts';
import type { Decision, ImportPlan } from './import-plan.ts';

export interface Decided {
  readonly decision: Decision;
  /** What of it was verified, whatever became of the rest, and is not held yet. */
  readonly chunks: Chunks;
}

/** Judges a bundle by the one door of core, and takes it nowhere. `told` hears how many documents are done. */
export function decide(
  bundle: Uint8Array,
  plan: ImportPlan,
  chunk: TrustStore['chunk'],
  told: (done: number, of: number) => void,
): Decided {
  const { rootFile, profile, remembered, now } = plan;
  const held = plan.held && toHeldBundle(plan.held);
  let next: HeldBundle | undefined;
  const store: TrustStore = {
    rootFile,
    profile,
    metadata: countedMetadata(documentsIn(bundle, held), told),
    signatures,
    sha256,
    current: () => held,
    remembered: () => remembered,
    chunk,
    replace: (decided) => {
      next = decided;
    },
  };
  const applied = apply(bundle, now, store);
  const fileHash = sha256(bundle);
  if (!applied.ok) {
    const refusal = applied.error;
    const chunks = lacksChunk(refusal) ? findChunks(bundle, now, store) : none;
    return {
      decision: { kind: 'refused', fileHash, refusal },
      chunks: chunks.ok ? newIn(chunks.value, held) : none.value,
    };
  }
  if (next === undefined) {
    return { decision: { kind: 'unchanged' }, chunks: none.value };
  }
  const { trust: _trust, policy: _policy, ...decided } = next;
  const changes = changesBetween(held, next);
  return {
    decision: { kind: 'replaced', fileHash, next: decided, changes },
    chunks: newIn(next.chunks, held),
  };
}

const none = { ok: true, value: new Map<string, Uint8Array>() } as const;

/** An update that comes in parts: the next one is to need only the rest. */
function lacksChunk({ code, where }: BundleRefusal): boolean {
  return code === 'bundle-missing' && where?.startsWith('chunks/') === true;
}

function newIn(chunks: Chunks, held: HeldBundle | undefined): Chunks {
  return new Map([...chunks].filter(([name]) => !held?.chunks.has(name)));
}

/** How many documents there are to verify; nearly all the time goes into that. */
function documentsIn(bundle: Uint8Array, held: HeldBundle | undefined): number {
  const files = readBundleFile(bundle, sha256);
  const names = new Set(held?.files.keys());
  for (const name of files.ok ? files.value.keys() : []) names.add(name);
  return [...names].filter((name) => name.endsWith('.json')).length;
}

function countedMetadata(
  of: number,
  told: (done: number, of: number) => void,
): Metadata {
  let done = 0;
  return {
    read: (bytes) => {
      told(Math.min(done, of), of);
      done += 1;
      return metadata.read(bytes);
    },
  };
}
