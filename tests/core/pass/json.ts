/** A value as the golden vectors write it: byte strings in hex. */
export function toJson(value: unknown): unknown {
  const json = JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Uint8Array ? Buffer.from(inner).toString('hex') : inner,
  );
  return JSON.parse(json);
}
