import type { Volume } from '#kiosk/contract';
import type { Tone } from './earcon.ts';

/** How far a tone swings at each step, out of a loudspeaker's 1. */
export const loudness: Readonly<Record<Volume, number>> = {
  low: 0.16,
  medium: 0.4,
  high: 0.95,
};

/** Short ramps keep a loudspeaker from clicking. */
const rampMs = 12;

/** The tones as samples between -1 and 1, from the first to the end of the last. */
export function renderTones(
  tones: readonly Tone[],
  samplesPerSecond: number,
  volume: Volume,
): Float32Array<ArrayBuffer> {
  const endsMs = Math.max(
    0,
    ...tones.map(({ atMs, lastsMs }) => atMs + lastsMs),
  );
  const samples = new Float32Array(
    Math.ceil((endsMs / 1000) * samplesPerSecond),
  );
  for (const tone of tones) {
    const from = Math.round((tone.atMs / 1000) * samplesPerSecond);
    const count = Math.floor((tone.lastsMs / 1000) * samplesPerSecond);
    let turns = 0;
    for (let place = 0; place < count; place += 1) {
      const share = place / count;
      samples[from + place] =
        loudness[volume] * envelope(share, tone.lastsMs) * triangle(turns);
      turns +=
        (tone.fromHz + (tone.toHz - tone.fromHz) * share) / samplesPerSecond;
    }
  }
  return samples;
}

function envelope(share: number, lastsMs: number): number {
  const ramp = rampMs / lastsMs;
  return Math.min(1, share / ramp, (1 - share) / ramp);
}

/** A triangle carries further than a sine and is kinder than a square. */
function triangle(turns: number): number {
  const phase = (turns + 0.75) % 1;
  return 4 * Math.abs(phase - 0.5) - 1;
}
