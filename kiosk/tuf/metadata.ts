import { z } from 'zod';
import { err, ok, type Result } from '#core/result';
import {
  canonicalJson,
  type Json,
  type Metadata,
  type SignedMetadata,
} from '#core/trust';
import { signed } from './document.ts';
import { bytesOf, hexOf } from './encodings.ts';

/** Metadata as JSON files of the TUF 1.0 specification, Ed25519 alone. */
export const metadata: Metadata = {
  read: (bytes) => {
    const json = parse(bytes);
    const document = envelope.safeParse(json);
    if (!document.success) return err('not-metadata');
    return toMetadata(document.data);
  },
};

const envelope = z.object({
  signatures: z
    .array(z.object({ keyid: z.string().max(128), sig: hexOf(64) }))
    .max(256),
  // Read below by its type; here it is whatever was signed, names unknown to us and all.
  signed: z.unknown(),
});

function toMetadata({
  signatures,
  signed: raw,
}: z.infer<typeof envelope>): Result<SignedMetadata, 'not-metadata'> {
  // Parsed from JSON, so it is made of nothing else. First of all, for it bounds the depth.
  const signedBytes = canonicalJson(raw as Json);
  if (signedBytes === undefined) return err('not-metadata');
  const body = signed.safeParse(raw);
  if (!body.success) return err('not-metadata');
  return ok({
    ...body.data,
    signedBytes,
    signatures: signatures.map(({ keyid, sig }) => ({
      keyId: keyid,
      signature: bytesOf(sig),
    })),
  });
}

/** Exactly one JSON text in UTF-8, or undefined, which is no document either. */
function parse(bytes: Uint8Array): unknown {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return JSON.parse(decoder.decode(bytes));
  } catch (error) {
    // Not UTF-8, and not JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
