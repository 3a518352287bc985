/** Why a freshness token says nothing to this kiosk. */
export type TokenRefusal =
  /** Not a whole token: another code, or damaged before its signature was looked at. */
  | 'token.unreadable'
  /** Of a later format. */
  | 'token.update-kiosk'
  /** There is no bundle whose freshness it could confirm. */
  | 'token.no-bundle'
  /**
   * Not under a key of the timestamp role of the root in force, under one that is dead for good, or that
   * role takes several.
   */
  | 'token.key'
  /** Not signed by that key for that root: altered, or somebody else's under its name. */
  | 'token.signature'
  /** Signed, and not of the form: the signer's mistake. */
  | 'token.malformed'
  /** Its end has certainly passed. */
  | 'token.expired'
  /** Signed later than now can be. */
  | 'token.from-future'
  /** It is of an earlier timestamp, or what is known already is as young. */
  | 'token.older'
  /** It confirms another bundle than the one held: import that one. */
  | 'token.other-bundle';
