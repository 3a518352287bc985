import { writeSync } from 'node:fs';
import { openStore } from '#db';
import { noon, scanDraft } from '../core/log/example-records.ts';

/** Appends for ever; writes the seq of each entry once it is acknowledged. */
const opened = openStore(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.code);
const { entries } = opened.value;
writeSync(1, 'open\n');
for (;;) {
  const number = entries.head().seq + 1;
  const draft = { ...scanDraft(number, noon), sealed: new Uint8Array(200) };
  const appended = entries.append(draft);
  if (!appended.ok) throw new Error(appended.error.code);
  writeSync(1, `${String(appended.value.seq)}\n`);
}
