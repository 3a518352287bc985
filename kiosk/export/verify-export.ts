import { accessSync, constants, readFileSync } from 'node:fs';
import { err, ok, type Result } from '#core/result';
import { openReader } from '#db';
import { checkFile } from './check-file.ts';
import { checkLog } from './check-log.ts';
import type { Finding } from './finding.ts';
import { readManifest, type Manifest, type ManifestFault } from './manifest.ts';

export interface ExportToVerify {
  readonly file: string;
  /** The data folder it came from: its log is held against the file, its key against the signature. */
  readonly folder?: string;
  /** The key it has to be signed by, 32 bytes in lower-case hex. */
  readonly key?: string;
}

export interface VerifiedExport {
  readonly manifest: Manifest;
  /** Rows in the file as it is now. */
  readonly rows: number;
  /** Empty where everything holds. */
  readonly findings: readonly Finding[];
  /** False where nothing said whose key it has to be: then it agrees with itself and no more. */
  readonly isKeyKnown: boolean;
}

/** Why nothing can be said about an export. */
export type VerifyFailure =
  | { readonly kind: 'unreadable'; readonly file: string }
  | { readonly kind: 'manifest'; readonly fault: ManifestFault }
  | { readonly kind: 'store'; readonly message: string };

/** Checks an exported file against its signed manifest and, where it is at hand, the log itself. */
export async function verifyExport({
  file,
  folder,
  key,
}: ExportToVerify): Promise<Result<VerifiedExport, VerifyFailure>> {
  const manifestBytes = readOf(`${file}.manifest`);
  if (manifestBytes === undefined)
    return err({ kind: 'unreadable', file: `${file}.manifest` });
  const read = readManifest(manifestBytes);
  if (!read.ok) return err({ kind: 'manifest', fault: read.error });
  const { manifest, marks } = read.value;
  if (!isReadable(file)) return err({ kind: 'unreadable', file });
  const checked = await checkFile(file, manifest, marks);
  const findings = [
    ...keyFindings(manifest, key),
    ...alteredBefore(manifest),
    ...checked.findings,
  ];
  if (folder !== undefined) {
    const opened = openReader(folder);
    if (!opened.ok)
      return err({ kind: 'store', message: opened.error.message });
    findings.push(...checkLog(opened.value, manifest, checked.hashes));
    opened.value.close();
  }
  const isKeyKnown = key !== undefined || folder !== undefined;
  return ok({ manifest, rows: checked.rows, findings, isKeyKnown });
}

function keyFindings(
  { deviceKey }: Manifest,
  key: string | undefined,
): readonly Finding[] {
  return key === undefined || key === Buffer.from(deviceKey).toString('hex')
    ? []
    : [{ kind: 'other-key', than: 'given' }];
}

function alteredBefore({ alteredSeqs, altered }: Manifest): readonly Finding[] {
  const listed = alteredSeqs.map((seq): Finding => ({
    kind: 'altered-before',
    seq,
  }));
  const more = altered - alteredSeqs.length;
  return more > 0
    ? [...listed, { kind: 'altered-before-too', count: more }]
    : listed;
}

function readOf(file: string): Uint8Array | undefined {
  return isReadable(file) ? readFileSync(file) : undefined;
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  }
}
