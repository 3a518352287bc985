import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personalDataOf, toEntryDraft } from '#core/log';
import { openStore } from '#db';
import {
  createDedupeTagger,
  createFileVault,
  createSealer,
  createSiteKey,
  encodeSiteKey,
} from '#kiosk/vault';
import {
  admitted,
  authentic,
  checkpoint,
  singlePass,
} from '../../core/log/example-records.ts';
import { entryIdOf, month, passphrase, planted } from './planted.ts';
import { valueOf } from './value-of.ts';

/** Records scans of the planted persons as a kiosk does, and is killed. */
const folder = process.argv[2] ?? '';
const siteKey = await createSiteKey(passphrase);
const vault = createFileVault(join(folder, 'keys'));
const sealer = createSealer({ siteKey: siteKey.publicKey, vault });
const tagger = createDedupeTagger({ vault });
const store = valueOf(openStore(folder));
writeFileSync(join(folder, 'site-key.json'), encodeSiteKey(siteKey));

for (const [index, { person, passId }] of planted.entries()) {
  const pass = {
    ...singlePass,
    passId,
    health: { ...singlePass.health, person },
  };
  const checked = {
    ...authentic,
    authentic: { ...authentic.authentic, pass },
  };
  const dedupeTag = tagger.tag(pass, `${month}-21`);
  const id = entryIdOf(index);
  const record = {
    ...admitted,
    id,
    scan: { ...admitted.scan, checked, dedupeTag },
  };
  const personal = personalDataOf(record);
  if (personal === undefined) throw new Error('nothing to seal');
  const sealed = valueOf(sealer.seal(personal, { entryId: id, month }));
  valueOf(
    store.entries.append({ ...toEntryDraft(record, checkpoint), sealed }),
  );
}
process.kill(process.pid, 'SIGKILL');
