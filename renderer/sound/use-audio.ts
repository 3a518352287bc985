import { useEffect, useState } from 'react';

/** The loudspeaker, and whether it runs: a browser lets it start only after a touch or a key. */
export function useAudio(): {
  readonly audio: AudioContext | undefined;
  readonly isRunning: boolean;
} {
  const [audio] = useState(openAudio);
  const [isRunning, setRunning] = useState(audio?.state === 'running');
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
  return { audio, isRunning };
}

/** A machine without sound still works; it shows that it is silent. */
function openAudio(): AudioContext | undefined {
  return 'AudioContext' in window ? new AudioContext() : undefined;
}
