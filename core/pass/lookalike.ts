import type { Lookalike } from './refusals.ts';

/**
 * What a trimmed text that has not the prefix of a pass seems to be. A hint for the guard and nothing
 * more: the text is anyone's, and none of it is shown.
 */
export function lookalikeOf(text: string): Lookalike {
  if (text === '') return 'empty';
  for (const [lookalike, pattern] of PATTERNS)
    if (pattern.test(text)) return lookalike;
  if (hasFullWidthPrefix(text)) return 'full-width-input';
  return text.length > LONGEST_TEXT ? 'too-long' : 'unknown';
}

const LONGEST_TEXT = 1_642;

/** The first that matches names the text; every pattern is anchored and linear. */
const PATTERNS: readonly (readonly [Lookalike, RegExp])[] = [
  ['place-code', /^HS1/i],
  ['freshness-token', /^HT1/i],
  ['eu-certificate', /^HC1:/i],
  ['smart-health-card', /^shc:\//i],
  ['wifi', /^WIFI:/i],
  ['contact', /^(?:BEGIN:VCARD|MECARD:|BIZCARD:)/i],
  ['itinerary-card', /^https?:\/\/xc\.caict\.ac\.cn(?:[:/?#]|$)/i],
  [
    'payment-code',
    /^https?:\/\/(?:[a-z0-9-]+\.)*(?:alipay\.com|95516\.com|payapp\.wechatpay\.cn|payapp\.weixin\.qq\.com|wx\.tenpay\.com)(?:[:/?#]|$)/i,
  ],
  ['payment-code', /^(?:wxp:\/\/|weixin:\/\/wxpay|alipays?:\/\/)/i],
  ['url', /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)/i],
  // An 18-digit resident ID that starts with 11 to 15 would otherwise look like a payment code.
  [
    'digits',
    /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]$/i,
  ],
  ['payment-code', /^(?:1[0-5]\d{16}|(?:2[5-9]|30)\d{14,22}|62\d{17})$/],
  ['digits', /^\d+$/],
];

/** A Chinese input method left in full-width mode types ＨＰ１ where the scanner meant HP1. */
function hasFullWidthPrefix(text: string): boolean {
  const prefix = text.slice(0, 3);
  const narrow = prefix.replace(/[\uFF01-\uFF5E]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return narrow !== prefix && /^H[PVST][1-9]/i.test(narrow);
}
