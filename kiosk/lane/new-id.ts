import { v7 } from 'uuid';

/** A UUIDv7: ordered by the wall clock, unique without asking anyone. */
export function newId(): string {
  return v7();
}
