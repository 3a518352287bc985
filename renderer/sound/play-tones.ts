import type { Volume } from '#kiosk/contract';
import type { Tone } from './earcon.ts';
import { renderTones } from './render-tones.ts';

/** Plays tones through Web Audio from now on. */
export function playTones(
  audio: AudioContext,
  tones: readonly Tone[],
  volume: Volume,
): void {
  const samples = renderTones(tones, audio.sampleRate, volume);
  const sound = audio.createBuffer(1, samples.length, audio.sampleRate);
  sound.copyToChannel(samples, 0);
  const source = audio.createBufferSource();
  source.buffer = sound;
  source.connect(audio.destination);
  source.start();
}
