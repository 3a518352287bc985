import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Volume } from '#kiosk/contract';
import type { Link } from '../connect/link.ts';
import { rememberedChoice, useRemembered } from '../remembered.ts';
import {
  earconOf,
  earcons,
  troublesOf,
  type EarconName,
  type Sounding,
} from './earcon.ts';
import { playTones } from './play-tones.ts';
import { useAudio } from './use-audio.ts';

/** `blocked`: the browser or the machine has not let sound start; the screen says so. */
export type SoundState = 'on' | 'off' | 'blocked';

/** What the guard hears and may do about it. */
export interface Sound {
  readonly state: SoundState;
  readonly volume: Volume;
  /** Page time at which a mute ends by itself; only while muted. */
  readonly mutedUntilMs?: number;
  readonly toggleMute: () => void;
  readonly setVolume: (volume: Volume) => void;
  /** Heard even while muted: whoever asks for it wants to hear it. */
  readonly test: () => void;
}

const chosenVolume = rememberedChoice<Volume>('postern.volume', [
  'medium',
  'low',
  'high',
]);

/** A gate that someone forgot to unmute would be silent for the rest of the day. */
const mutedForMs = 10 * 60_000;

/** Plays each verdict and each trouble once; silent, and visibly so, where sound cannot start. */
export function useSound(link: Link): Sound {
  const { audio, isRunning } = useAudio();
  const volume = useRemembered(chosenVolume);
  const { mutedUntilMs, toggleMute } = useMute();
  const play = (name: EarconName): void => {
    if (audio?.state === 'running') playTones(audio, earcons[name], volume);
  };
  const playUnlessMuted = (name: EarconName): void => {
    if (mutedUntilMs === undefined) play(name);
  };
  const verdict =
    link.kind === 'live' ? earconOf(link.snapshot.gate) : undefined;
  useVerdictSound(verdict, playUnlessMuted);
  useTroubleSound(troublesOf(link), playUnlessMuted);
  return {
    state: stateOf(mutedUntilMs !== undefined, isRunning),
    volume,
    ...(mutedUntilMs !== undefined && { mutedUntilMs }),
    toggleMute: () => {
      if (isRunning) toggleMute();
    },
    setVolume: chosenVolume.set,
    test: () => {
      play('admit');
    },
  };
}

function useMute(): {
  readonly mutedUntilMs: number | undefined;
  readonly toggleMute: () => void;
} {
  const [mutedUntilMs, setMutedUntil] = useState<number>();
  useEffect(() => {
    if (mutedUntilMs === undefined) return undefined;
    const timer = setTimeout(() => {
      setMutedUntil(undefined);
    }, mutedUntilMs - performance.now());
    return () => {
      clearTimeout(timer);
    };
  }, [mutedUntilMs]);
  return {
    mutedUntilMs,
    toggleMute: () => {
      setMutedUntil(
        mutedUntilMs === undefined ? performance.now() + mutedForMs : undefined,
      );
    },
  };
}

/** Once for each verdict, and a reminder every so often where one is asked for. */
function useVerdictSound(
  sounding: Sounding | undefined,
  play: (name: EarconName) => void,
): void {
  const lastPlayed = useRef<string>(undefined);
  const begin = useEffectEvent((name: EarconName, id: string) => {
    if (id === lastPlayed.current) return;
    lastPlayed.current = id;
    play(name);
  });
  const remind = useEffectEvent(() => {
    play('reminder');
  });
  const { name, verdictId, remindsEveryMs } = sounding ?? {};
  useEffect(() => {
    if (name !== undefined && verdictId !== undefined) begin(name, verdictId);
  }, [name, verdictId]);
  useEffect(() => {
    if (verdictId === undefined || remindsEveryMs === undefined) {
      return undefined;
    }
    const timer = setInterval(remind, remindsEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, [verdictId, remindsEveryMs]);
}

/** Once when something goes wrong that was not wrong before. */
function useTroubleSound(
  troubles: readonly string[],
  play: (name: EarconName) => void,
): void {
  const known = useRef<readonly string[]>([]);
  const compare = useEffectEvent(() => {
    const isWorse = troubles.some(
      (trouble) => !known.current.includes(trouble),
    );
    known.current = troubles;
    if (isWorse) play('trouble');
  });
  const now = troubles.join(' ');
  useEffect(() => {
    compare();
  }, [now]);
}

function stateOf(isMuted: boolean, isRunning: boolean): SoundState {
  if (isMuted) return 'off';
  return isRunning ? 'on' : 'blocked';
}
