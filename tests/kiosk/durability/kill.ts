import type { Snapshot } from '#kiosk/contract';
import { openReader } from '#db';
import { readHeader, verifyChain } from '#core/log';
import { sha256 } from '#kiosk/crypto';
import { connectClient } from '../../site/client.ts';
import { startKioskProcess } from '../../site/kiosk-process.ts';
import type { Site } from '../../site/make-site.ts';

/** Scans until a random moment and then pulls the plug; the scans a client was told the verdict of. */
export async function scanAndKill(
  site: Site,
  entry: string,
  scans: number,
): Promise<readonly string[]> {
  const kiosk = await startKioskProcess({ folder: site.folder, entry });
  const client = await connectClient(kiosk.url);
  const told: string[] = [];
  for (let scan = 0; scan < scans; scan += 1) {
    const text = site.pass({ index: 100 + scan });
    const answer = await client.command({
      kind: 'capture',
      text,
      source: 'panel',
    });
    if (!answer.ok) throw new Error(answer.error);
    told.push(shownScan((await client.snapshot()).gate));
  }
  await kiosk.kill();
  client.close();
  return told;
}

/** What the log of a folder holds after the fact: the scans in it, and whether its chain holds. */
export function readLog(folder: string): {
  readonly scans: ReadonlySet<string>;
  readonly brokenAtSeq: number | undefined;
} {
  const opened = openReader(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const entries = [...opened.value.entries.walk(0)];
  opened.value.close();
  const scans = new Set<string>();
  for (const { header } of entries) {
    const read = readHeader(header);
    if (read.ok && typeof read.value.body['scanId'] === 'string')
      scans.add(read.value.body['scanId']);
  }
  return { scans, brokenAtSeq: verifyChain(entries, sha256).brokenAtSeq };
}

/** A verdict on screen is the acknowledgement. */
function shownScan(gate: Snapshot['gate']): string {
  if (gate.kind !== 'admit')
    throw new Error(`an admit was expected, not ${gate.kind}`);
  return gate.scanId;
}
