import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { GateView } from '#kiosk/contract';
import { earconOf, earcons } from './earcon.ts';
import { playTones } from './play-tones.ts';

/** `blocked`: the browser or the machine has not let sound start; the screen says so. */
export type SoundState = 'on' | 'off' | 'blocked';

/** A gate that someone forgot to unmute would be silent for the rest of the day. */
const mutedForMs = 10 * 60_000;

/** Plays each verdict once; silent, and visibly so, where sound cannot start. */
export function useSound(view: GateView | undefined): {
  readonly sound: SoundState;
  readonly toggleSound: () => void;
} {
  const [audio] = useState(openAudio);
  const [isMuted, setMuted] = useState(false);
  const [isRunning, setRunning] = useState(audio?.state === 'running');
  const lastPlayed = useRef<string>(undefined);

  useEffect(() => {
    if (audio === undefined) return undefined;
    const look = (): void => {
      setRunning(audio.state === 'running');
    };
    const wake = (): void => {
      if (audio.state === 'suspended') void audio.resume();
    };
    audio.addEventListener('statechange', look);
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake, { capture: true });
    return () => {
      audio.removeEventListener('statechange', look);
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake, { capture: true });
    };
  }, [audio]);

  useEffect(() => {
    if (!isMuted) return undefined;
    const timer = setTimeout(() => {
      setMuted(false);
    }, mutedForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isMuted]);

  const play = useEffectEvent((shown: GateView) => {
    const earcon = earconOf(shown);
    if (earcon === undefined || earcon.verdictId === lastPlayed.current) return;
    lastPlayed.current = earcon.verdictId;
    if (audio?.state === 'running' && !isMuted) {
      playTones(audio, earcons[earcon.name]);
    }
  });
  useEffect(() => {
    if (view !== undefined) play(view);
  }, [view]);

  return {
    sound: soundOf(isMuted, isRunning),
    toggleSound: () => {
      if (isRunning) setMuted(!isMuted);
    },
  };
}

function soundOf(isMuted: boolean, isRunning: boolean): SoundState {
  if (isMuted) return 'off';
  return isRunning ? 'on' : 'blocked';
}

/** A machine without sound still works; it shows that it is silent. */
function openAudio(): AudioContext | undefined {
  return 'AudioContext' in window ? new AudioContext() : undefined;
}
