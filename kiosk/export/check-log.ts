import {
  entryHash,
  genesis,
  inspectEntries,
  readHeader,
  type Entry,
} from '#core/log';
import type { StoreReader } from '#db';
import { sha256 } from '#kiosk/crypto';
import type { Finding } from './finding.ts';
import type { Manifest } from './manifest.ts';
import { rememberedDeviceKey } from './remembered-key.ts';

/**
 * Holds an export against the log it came from: the whole chain is walked, and every entry that does
 * not hold, is gone, or is no longer what was exported is named.
 */
export function checkLog(
  { entries, meta }: Pick<StoreReader, 'entries' | 'meta'>,
  manifest: Manifest,
  hashes: ReadonlyMap<number, string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (rememberedDeviceKey(meta) !== hex(manifest.deviceKey))
    findings.push({ kind: 'other-key', than: 'of-log' });
  const { head } = manifest;
  const until = Math.max(entries.head().seq, head.seq);
  let isRecorded = false;
  const walk = entries.walk(0);
  for (const found of inspectEntries(walk, sha256, genesis, until)) {
    const { seq, fault } = found;
    if (fault !== undefined) findings.push({ kind: 'log-altered', seq, fault });
    if (!('entry' in found)) continue;
    const { entry } = found;
    const exported = hashes.get(seq);
    if (exported !== undefined && exported !== hex(entryHash(entry, sha256)))
      findings.push({ kind: 'entry-differs', seq });
    if (seq === head.seq && Buffer.compare(entry.chain, head.chain) !== 0)
      findings.push({ kind: 'chain-differs', seq });
    isRecorded ||= saysExported(entry, manifest.sha256);
  }
  if (!isRecorded) findings.push({ kind: 'not-recorded' });
  return findings;
}

function saysExported(entry: Entry, fileHash: Uint8Array): boolean {
  if (entry.kind !== 'export') return false;
  const header = readHeader(entry.header);
  if (!header.ok) return false;
  const said = header.value.body['sha256'];
  return said instanceof Uint8Array && Buffer.compare(said, fileHash) === 0;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
