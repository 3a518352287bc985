/** The name of a chunk is its whole hash; its beginning tells it from the others. */
export function shortWhere(where: string): string {
  return where.replaceAll(/[0-9a-f]{64}/g, (name) => `${name.slice(0, 8)}…`);
}
