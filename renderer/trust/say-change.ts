import {
  fill,
  type Language,
  type TrustChange,
  type Words,
} from '#kiosk/contract';

/** One thing that an import changed, as a sentence. */
export function sayChange(
  change: TrustChange,
  w: Words,
  language: Language,
): string {
  const text = w.trust.changes[change.what];
  switch (change.what) {
    case 'root':
    case 'policy':
      return fill(text, { from: change.from, to: change.to });
    case 'issuer-added':
    case 'issuer-removed':
      return fill(text, { name: nameOf(change, language) });
    case 'keys':
      return fill(text, {
        name: nameOf(change, language),
        added: change.added,
        removed: change.removed,
      });
    case 'revoked':
    case 'status':
      return fill(text, {
        name: nameOf(change, language),
        entries: change.entries.toLocaleString('en'),
      });
    case 'killed-keys':
    case 'killed-ranges':
      return fill(text, {
        name:
          change.issuer === undefined
            ? w.trust.screen.unlisted
            : nameOf(change.issuer, language),
        count: change.count.toLocaleString('en'),
      });
  }
}

/** The name in the language it is read in. */
export function nameOf(
  { nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string },
  language: Language,
): string {
  return language === 'zh' ? nameZh : nameEn;
}
