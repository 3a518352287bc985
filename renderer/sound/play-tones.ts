import type { Tone } from './earcon.ts';

const loudness = 0.5;
/** Short ramps keep a loudspeaker from clicking. */
const rampSeconds = 0.012;

/** Plays tones through Web Audio from now on. */
export function playTones(audio: AudioContext, tones: readonly Tone[]): void {
  for (const tone of tones) {
    const from = audio.currentTime + tone.atMs / 1000;
    const until = from + tone.lastsMs / 1000;
    const volume = audio.createGain();
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + rampSeconds);
    volume.gain.setValueAtTime(loudness, until - rampSeconds);
    volume.gain.linearRampToValueAtTime(0, until);
    volume.connect(audio.destination);

    const oscillator = audio.createOscillator();
    // A triangle carries further than a sine and is kinder than a square.
    oscillator.type = 'triangle';
    oscillator.frequency.setValueAtTime(tone.fromHz, from);
    oscillator.frequency.linearRampToValueAtTime(tone.toHz, until);
    oscillator.connect(volume);
    oscillator.start(from);
    oscillator.stop(until);
  }
}
