import { writeSync } from 'node:fs';
import { openStore } from '#db';

/** Says whether a folder can be opened, or why not. */
const opened = openStore(process.argv[2] ?? '');
writeSync(1, `${opened.ok ? 'open' : opened.error.code}\n`);
if (opened.ok) opened.value.close();
