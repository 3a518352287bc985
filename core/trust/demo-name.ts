/** Whether a root or an issuer is one of the demo: their names begin so, and no other's may. */
export function isDemoName(name: string): boolean {
  return name.startsWith('DEMO-');
}
