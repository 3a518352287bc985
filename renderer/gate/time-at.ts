/** The time of day there, `14:03`; `timeZone` is an IANA name. */
export function timeAt(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(atMs);
}
