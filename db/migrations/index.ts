import { sql as entries } from './0001-entries.ts';
import { sql as bundle } from './0002-bundle.ts';
import { sql as clock } from './0003-clock.ts';
import { sql as staff } from './0004-staff.ts';
import { sql as paging } from './0005-paging.ts';
import { sql as clockSeen } from './0006-clock-seen.ts';
import { sql as rootVersion } from './0007-root-version.ts';
import { sql as chunk } from './0008-chunk.ts';
import { sql as clockTakenBack } from './0009-clock-taken-back.ts';

/** Every step of the schema, oldest first; the number of steps done is the file's version. */
export const migrations: readonly string[] = [
  entries,
  bundle,
  clock,
  staff,
  paging,
  clockSeen,
  rootVersion,
  chunk,
  clockTakenBack,
];
