import { parseJson } from './parse-json.ts';

/** What of a chosen file may go further than this page, and whether it held more. */
export interface PublicPart {
  readonly content: string;
  readonly hadPrivateHalf: boolean;
}

/** Takes the private half out of a key file before anything else sees it; leaves other texts alone. */
export function publicPartOf(text: string): PublicPart {
  const parsed = parseJson(text);
  if (
    typeof parsed !== 'object' ||
    parsed === null ||
    !('privateKey' in parsed)
  )
    return { content: text, hadPrivateHalf: false };
  const { privateKey: _kept, ...content } = parsed;
  return { content: JSON.stringify(content), hadPrivateHalf: true };
}
