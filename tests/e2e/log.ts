import { readHeader, verifyChain, type EntryHeader } from '#core/log';
import { openReader } from '#db';
import { sha256 } from '#kiosk/crypto';

/** The entries of a folder's log, oldest first, read beside the running kiosk; the chain must hold. */
export function readEntries(folder: string): readonly EntryHeader[] {
  const opened = openReader(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const entries = [...opened.value.entries.walk(0)];
  opened.value.close();
  const { brokenAtSeq } = verifyChain(entries, sha256);
  if (brokenAtSeq !== undefined)
    throw new Error(`the chain breaks at ${brokenAtSeq}`);
  return entries.map(({ header }) => {
    const read = readHeader(header);
    if (!read.ok) throw new Error(read.error);
    return read.value;
  });
}
