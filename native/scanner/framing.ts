import type { ScannedText } from '../device.ts';
import type { Framed, Framer } from '../framer.ts';
import { isTerminator, readScan } from './text.ts';

/** How a scanner is set up; each field is what its set-up sheet says. */
export interface ScannerProfile {
  /** Bits per second; a CDC scanner ignores it, and only the silence between scans depends on it. */
  readonly baudRate: number;
  /** `cr`: every CR ends a scan. `quiet`: only silence does, so line breaks may be inside one. */
  readonly terminator: 'cr' | 'quiet';
}

/** The most bytes of one scan; more is noise or a wrong baud rate. */
const maxScanBytes = 8192;

/** Silence after a terminator; longer than the pauses between the packets of a USB bridge. */
const quietMs = 35;

/** Cuts a scanner's bytes into texts by terminator and silence. */
export function scannerFramer(profile: ScannerProfile): Framer<ScannedText> {
  const idleMs = Math.max(60, (20 * 10 * 1000) / profile.baudRate);
  const isCr = profile.terminator === 'cr';
  let pending: number[] = [];
  let lastByteMs = 0;
  let isAnnounced = false;
  let isOverflowing = false;

  const finish = (monoMs: number): readonly Framed<ScannedText>[] => {
    const scan = readScan(Uint8Array.from(pending));
    pending = [];
    isAnnounced = false;
    if (scan === undefined) return [];
    return [{ kind: 'item', item: { ...scan, monoMs } }];
  };

  const overflow = (): readonly Framed<ScannedText>[] => {
    pending = [];
    isAnnounced = false;
    isOverflowing = true;
    return [{ kind: 'fault', failure: 'device.overflow' }];
  };

  const take = (
    byte: number,
    monoMs: number,
  ): readonly Framed<ScannedText>[] => {
    // After an overflow nothing counts until the noise has stopped.
    if (isOverflowing) return [];
    // CR LF: the LF belongs to the scan that the CR has ended.
    if (isCr && byte === 0x0a && pending.length === 0) return [];
    pending.push(byte);
    if (isCr && byte === 0x0d) return finish(monoMs);
    return pending.length > maxScanBytes ? overflow() : [];
  };

  return {
    push(bytes, monoMs) {
      if (bytes.length > 0) lastByteMs = monoMs;
      const framed = Array.from(bytes).flatMap((byte) => take(byte, monoMs));
      if (isAnnounced || pending.every(isTerminator)) return framed;
      isAnnounced = true;
      return [...framed, { kind: 'receiving', monoMs }];
    },
    tick(monoMs) {
      if (this.deadlineMs === undefined || monoMs < this.deadlineMs) return [];
      isOverflowing = false;
      return finish(lastByteMs);
    },
    get deadlineMs() {
      const last = pending.at(-1);
      if (last === undefined)
        return isOverflowing ? lastByteMs + idleMs : undefined;
      return lastByteMs + (isTerminator(last) ? quietMs : idleMs);
    },
  };
}
