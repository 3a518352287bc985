import { stringify } from 'smol-toml';
import type { SetupChoice } from '#kiosk/contract';

/** The other files of a site, as kiosk.toml names them, and what is kept of the PIN. */
export interface SiteNames {
  readonly siteKey: string;
  readonly root: string;
  readonly bundle: string;
  readonly pinHash: string;
}

/** The kiosk.toml that says what was chosen: the same file that others prepare by hand. */
export function siteConfigOf(choice: SetupChoice, names: SiteNames): string {
  const { checkpoint, supervisor, scanner, thermometer } = choice;
  const content = {
    language: choice.language,
    checkpoint: {
      id: checkpoint.id,
      name_zh: checkpoint.nameZh,
      name_en: checkpoint.nameEn,
      lane: checkpoint.lane,
      direction: checkpoint.direction,
      site_type: checkpoint.siteType,
      time_zone: checkpoint.timeZone,
    },
    trust: { root: names.root, bundle: names.bundle },
    sealing: { site_key: names.siteKey },
    staff: [
      { name: supervisor.name, role: 'supervisor', pin_hash: names.pinHash },
    ],
    ...(scanner !== undefined && {
      scanner: [{ id: 'scanner-1', path: scanner.path, baud: scanner.baud }],
    }),
    ...(thermometer !== undefined && {
      thermometer: [{ id: 'thermometer-1', ...thermometer }],
    }),
  };
  return `# Written by the first run. docs/operating.md explains every line.\n\n${stringify(content)}`;
}
