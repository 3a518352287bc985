import { ok } from '#core/result';
import type { Result } from '#core/result';
import {
  bytesOfCode,
  openCodeText,
  refusePrefix,
  toCodeText,
} from './code-text.ts';
import type { CodeText } from './code-text.ts';
import { decodeFrame } from './frame.ts';
import { decodePresentation } from './presentation.ts';
import type { PresentedPass } from './presented-pass.ts';
import type { FrameRefusal, Malformed } from './refusals.ts';

/**
 * A raw capture to the frame of a pass and, where its holder presents it live, what their client adds.
 * The text is whatever a reader gave and may be of any length; it must be one HP1 or HV1 code and
 * nothing else. Says nothing of whether either signature holds.
 */
export function decodeText(text: string): Result<PresentedPass, FrameRefusal> {
  const code = openCodeText(text);
  if (code.prefix === 'HP1') return decodePass(code);
  if (code.prefix === 'HV1') return decodeLivePass(code);
  return refusePrefix(code);
}

/** The text that a pass code carries. */
export function toPassText(bytes: Uint8Array): string {
  return toCodeText('HP1', bytes);
}

/** The text that a live presentation carries. */
export function toPresentationText(bytes: Uint8Array): string {
  return toCodeText('HV1', bytes);
}

function decodePass(code: CodeText): Result<PresentedPass, Malformed> {
  const bytes = bytesOfCode(code);
  if (!bytes.ok) return bytes;
  const frame = decodeFrame(bytes.value);
  return frame.ok ? ok({ frame: frame.value }) : frame;
}

function decodeLivePass(code: CodeText): Result<PresentedPass, Malformed> {
  const bytes = bytesOfCode(code);
  return bytes.ok ? decodePresentation(bytes.value) : bytes;
}
