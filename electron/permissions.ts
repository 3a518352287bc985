import type { Session } from 'electron';
import { isOwnPage } from './own-page.ts';

/** What a page wants to use; Electron grants everything to everyone unless it is told otherwise. */
export interface Wish {
  readonly permission: string;
  /** The page that asks, as Chromium tells it; not what the page says of itself. */
  readonly page: string;
  readonly media: readonly string[];
}

/** The camera, for our own page, without the microphone; nothing else, for anyone. */
export function isGranted({ permission, page, media }: Wish): boolean {
  return (
    permission === 'media' &&
    media.length > 0 &&
    media.every((kind) => kind === 'video') &&
    isOwnPage(page)
  );
}

/** Puts the rule behind every way in which Chromium asks; devices and downloads are never granted. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler(
    (_contents, permission, answer, details) => {
      const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
      const page = 'requestingUrl' in details ? details.requestingUrl : '';
      answer(isGranted({ permission, page, media }));
    },
  );
  session.setPermissionCheckHandler(
    (_contents, permission, page, { mediaType }) =>
      isGranted({
        permission,
        page,
        media: mediaType === undefined ? [] : [mediaType],
      }),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
