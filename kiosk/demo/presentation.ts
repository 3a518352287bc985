import type { Policy } from '#core/trust';

/** What `--policy` asks of a demo: any genuine pass (the default), or live ones; undefined if neither. */
export function presentationOf(
  option: string | undefined,
): Policy['presentation'] | undefined {
  if (option === undefined) return 'any';
  return option === 'any' || option === 'live' ? option : undefined;
}
