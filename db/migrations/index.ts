import { sql as entries } from './0001-entries.ts';
import { sql as bundle } from './0002-bundle.ts';
import { sql as clock } from './0003-clock.ts';

/** Every step of the schema, oldest first; the number of steps done is the file's version. */
export const migrations: readonly string[] = [entries, bundle, clock];
