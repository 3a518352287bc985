import { useEffect, useState } from 'react';

const tickMs = 1000;

/** The kiosk's clock, carried on between snapshots: UTC milliseconds. */
export function useNow(clockAtMs: number, snapshotAtMs: number): number {
  const [pageMs, setPageMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setPageMs(performance.now());
    }, tickMs);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return clockAtMs + Math.max(0, pageMs - snapshotAtMs);
}
