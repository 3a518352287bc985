import { useEffect, useState } from 'react';
import { fill, type Words } from '#kiosk/contract';

/** What is left of so many milliseconds counted from `sinceMs` of the page's clock; each second anew. */
export function useLeft(leftMs: number, sinceMs: number): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNowMs(performance.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return Math.max(0, leftMs - Math.max(0, nowMs - sinceMs));
}

/** Milliseconds since this page first drew what it was told; each second anew. */
export function useElapsed(told: unknown): number {
  const [elapsed, setElapsed] = useState({ told, ms: 0 });
  useEffect(() => {
    const sinceMs = performance.now();
    const timer = setInterval(() => {
      setElapsed({ told, ms: performance.now() - sinceMs });
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [told]);
  return elapsed.told === told ? elapsed.ms : 0;
}

/** Never less than there is: a part of a second counts whole. */
export function duration(ms: number, { staff: { screen } }: Words): string {
  const whole = Math.ceil(ms / 1000);
  const seconds = whole % 60;
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) return fill(screen.seconds, { seconds });
  if (minutes < 60)
    return fill(screen['minutes-seconds'], { minutes, seconds });
  return fill(screen['hours-minutes'], {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
}
