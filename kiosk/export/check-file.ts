import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import type { Finding } from './finding.ts';
import type { Manifest } from './manifest.ts';
import { digestOf, type RowMark } from './row-list.ts';

/** What the file says of each entry, for a comparison with the log: rows that hold, and no others. */
export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** Rows in the file as it is now, the headings not counted. */
  readonly rows: number;
  /** Entry hashes in lower-case hex, by seq. */
  readonly hashes: ReadonlyMap<number, string>;
}

/** Holds a file against its manifest: as a whole, and each row against what was signed of it. */
export async function checkFile(
  file: string,
  manifest: Manifest,
  marks: readonly RowMark[],
): Promise<CheckedFile> {
  const findings: Finding[] = [];
  if (Buffer.compare(await hashOf(file), manifest.sha256) !== 0)
    findings.push({ kind: 'file-changed' });
  const digests = new Map(marks.map(({ seq, digest }) => [seq, digest]));
  const missing = new Set(digests.keys());
  const hashes = new Map<number, string>();
  let line = 0;
  let lastSeq = -1;
  try {
    for await (const cells of recordsIn(file)) {
      line += 1;
      const seq = line === 1 ? 0 : seqIn(cells);
      const digest = digests.get(seq ?? -1);
      if (seq === undefined || digest === undefined || !missing.has(seq)) {
        findings.push({
          kind: 'row-added',
          line,
          ...(seq !== undefined && { seq }),
        });
        continue;
      }
      missing.delete(seq);
      if (Buffer.compare(digestOf(cells), digest) !== 0) {
        findings.push({ kind: 'row-changed', line, seq });
        continue;
      }
      if (seq < lastSeq) findings.push({ kind: 'row-moved', line, seq });
      lastSeq = Math.max(lastSeq, seq);
      if (seq > 0) hashes.set(seq, cells.at(-1) ?? '');
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    findings.push({ kind: 'not-csv', line: line + 1 });
  }
  for (const seq of missing) findings.push({ kind: 'row-missing', seq });
  return { findings, rows: Math.max(0, line - 1), hashes };
}

async function hashOf(file: string): Promise<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) {
    // A stream without an encoding is made of buffers.
    hash.update(chunk as Buffer);
  }
  return hash.digest();
}

/** The records of the file, however another program quotes them. */
async function* recordsIn(file: string): AsyncGenerator<readonly string[]> {
  const source = createReadStream(file);
  const parser = parse({ bom: true, relax_column_count: true });
  source.on('error', (error) => parser.destroy(error));
  for await (const record of source.pipe(parser)) {
    // Without options that say otherwise a record is a list of texts.
    yield record as string[];
  }
}

function seqIn([cell = '']: readonly string[]): number | undefined {
  return /^\d{1,15}$/.test(cell) ? Number(cell) : undefined;
}
