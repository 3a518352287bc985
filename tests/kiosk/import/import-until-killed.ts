import { mkdirSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { toImportDraft } from '#core/log';
import { openStore } from '#db';
import { createImporter, findBundles } from '#kiosk/import';
import { newId } from '#kiosk/lane';
import { openTrust, tombstonesIn } from '#kiosk/trust';
import { trustedNow } from '../../core/trust/signing.ts';
import { bundle } from '../../core/trust/tuf/repositories.ts';
import { noDrives, pin } from '../trust/pinned.ts';
import { killing } from './killing.ts';

/**
 * Takes one bundle after another for ever, each with another key that is dead from then on; writes the
 * version of each once it is acknowledged. As a job, or at once as at a start.
 */
const [, , folder = '', how] = process.argv;
const opened = openStore(folder);
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const trust = openTrust(store, pin, tombstonesIn(folder));
const bundles = join(folder, 'bundles');
mkdirSync(bundles, { recursive: true });
const start = createImporter({
  folder,
  trust,
  places: () => findBundles(folder, noDrives),
  now: () => trustedNow,
  newId,
  append: (draft) => store.entries.append(draft),
  recorded: () => undefined,
});

writeSync(1, 'open\n');
for (;;) {
  const version = (trust.held()?.content.version ?? 0) + 1;
  const file = bundle(killing(version));
  if (how === 'job') await imported(file);
  else applied(file, version);
  writeSync(1, `${String(version)}\n`);
}

function applied(file: Uint8Array, version: number): void {
  const taken = trust.apply(file, trustedNow, () =>
    toImportDraft({
      id: newId(),
      at: trustedNow,
      fileHash: new Uint8Array(32),
      result: { kind: 'applied', version },
    }),
  );
  if (!taken.ok) throw new Error(taken.error.code);
}

async function imported(file: Uint8Array): Promise<void> {
  writeFileSync(join(bundles, 'next'), file);
  renameSync(join(bundles, 'next'), join(bundles, 'next.hpb'));
  const [place] = findBundles(folder, noDrives);
  if (place === undefined) throw new Error('it was put there');
  await new Promise<void>((resolve, reject) => {
    start({ kind: 'import-bundle', placeId: place.id }, (state) => {
      if (state.kind === 'running') return;
      if (state.kind === 'done' && state.result.kind === 'replaced') resolve();
      else reject(new Error(JSON.stringify(state)));
    });
  });
}
