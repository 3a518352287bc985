/** Why a freshness token says nothing to this kiosk. */
export type TokenRefusal =
  /** Not a whole token: another code, or damaged. */
  | 'token.unreadable'
  /** Of a later format. */
  | 'token.update-kiosk'
  /** There is no bundle whose freshness it could confirm. */
  | 'token.no-bundle'
  /** Not under a key of the timestamp role of the root in force, or that role takes several. */
  | 'token.key'
  | 'token.signature'
  /** Signed, and not of the form. */
  | 'token.malformed'
  | 'token.expired'
  /** Signed later than now can be. */
  | 'token.from-future'
  /** What is known already is as young. */
  | 'token.older'
  /** It confirms another bundle than the one held: import that one. */
  | 'token.other-bundle';
