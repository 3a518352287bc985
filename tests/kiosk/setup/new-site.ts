import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SetupChoice } from '#kiosk/contract';
import { makeSite, type Site } from '../../site/make-site.ts';

/** What someone brings to a kiosk nobody has set up, and the empty folder it has. */
export interface NewSite {
  readonly folder: string;
  /** Whose root, bundle and passes these are. */
  readonly region: Site;
  /** As a page reads it. */
  readonly rootFile: string;
  readonly choice: SetupChoice;
  remove(): void;
}

export async function makeNewSite(): Promise<NewSite> {
  const folder = mkdtempSync(join(tmpdir(), 'postern-first-'));
  const region = await makeSite();
  const rootFile = textOf(region.rootFile);
  return {
    folder,
    region,
    rootFile,
    choice: {
      language: 'en',
      checkpoint: {
        id: 'FIRST-01',
        nameZh: '成都东站',
        nameEn: 'Chengdu East',
        lane: '3',
        direction: 'out',
        siteType: 'market',
        timeZone: 'Asia/Urumqi',
      },
      rootFile,
      bundle: Buffer.from(region.bundle).toString('base64'),
      supervisor: { name: '王主管', pin: '73915026' },
      passphrase: 'correct horse battery staple',
    },
    remove: () => {
      region.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function textOf(file: Uint8Array): string {
  return Buffer.from(file).toString('utf8');
}
