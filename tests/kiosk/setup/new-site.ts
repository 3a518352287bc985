import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kidOf } from '#core/pass';
import type { PinnedRoot } from '#core/trust';
import type { SetupChoice } from '#kiosk/contract';
import { sha256 } from '#kiosk/crypto';
import { makeSite, type Site } from '../../site/make-site.ts';

/** What someone brings to a kiosk nobody has set up, and the empty folder it has. */
export interface NewSite {
  readonly folder: string;
  /** Whose root, bundle and passes these are. */
  readonly region: Site;
  readonly rootFile: string;
  readonly choice: SetupChoice;
  remove(): void;
}

export async function makeNewSite(): Promise<NewSite> {
  const folder = mkdtempSync(join(tmpdir(), 'postern-first-'));
  const region = await makeSite();
  const { root, bundle } = region;
  return {
    folder,
    region,
    rootFile: rootFileOf(root),
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
      root: { name: root.name, publicKey: toHex(root.publicKey) },
      bundle: Buffer.from(bundle).toString('base64'),
      supervisor: { name: '王主管', pin: '73915026' },
      passphrase: 'correct horse battery staple',
    },
    remove: () => {
      region.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As `issuer keys --root` writes it, with the private half unless it is left out. */
export function rootFileOf(root: PinnedRoot, privateKey?: string): string {
  return JSON.stringify({
    kind: 'root-key',
    name: root.name,
    kid: toHex(kidOf(root.name, root.publicKey, sha256)),
    publicKey: toHex(root.publicKey),
    ...(privateKey !== undefined && { privateKey }),
  });
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
