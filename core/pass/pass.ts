/** How a pass is carried: on the holder's phone, on paper, or as a picture of a screen. */
export type Form = 'live' | 'paper' | 'static';

/** 1 resident ID … 9 other; the numbers are those of the format (docs/pass-format.md, claim 2.2). */
export type DocumentType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 9;

export interface Person {
  readonly name: string;
  readonly documentType?: DocumentType;
  /** First three and last four characters, or the last four alone: never the whole number. */
  readonly documentNumber?: string;
  readonly birthYear?: number;
  readonly latinName?: string;
}

/** The colour exactly as the issuer writes it; normalised by the issuer's map, never here. */
export interface IssuerColour {
  readonly code: string;
  readonly label?: string;
}

/** Why the colour is not the normal one: class 1 to 10, and the issuer that set it. */
export interface ColourReason {
  readonly reasonClass: number;
  readonly setBy: string;
}

export interface LatestTest {
  readonly kind: 'nucleic-acid' | 'antigen' | 'antibody';
  readonly result: 'negative' | 'positive' | 'pending' | 'invalid';
  /** Seconds since 1970 UTC. */
  readonly sampledAt: number;
  /** Seconds since 1970 UTC. */
  readonly reportedAt?: number;
  readonly laboratory?: string;
}

export interface Vaccination {
  readonly doses: number;
  readonly complete: boolean;
  readonly booster?: boolean;
  /** Day number since 1970-01-01 in China time. */
  readonly lastDay?: number;
  readonly product?: number;
}

/** `marked` is the bare asterisk: somewhere of concern, not said where. Days as in Vaccination. */
export type Itinerary =
  | 'marked'
  | readonly {
      readonly area: number;
      readonly fromDay: number;
      readonly toDay: number;
    }[];

/** Where revocation and colour changes of one person are looked up: the issuer's list and index. */
export interface StatusRef {
  readonly list: number;
  readonly index: number;
}

/** What a pass says of one person; on paper the name and the status alone. */
export interface Health {
  readonly person: Person;
  readonly colour?: IssuerColour;
  readonly colourReason?: ColourReason;
  readonly test?: LatestTest;
  readonly vaccination?: Vaccination;
  readonly status: StatusRef;
}

export interface Guardian {
  readonly relation: 'parent' | 'child' | 'spouse' | 'other';
  readonly maskedName: string;
}

export interface ConvertedFrom {
  readonly issuer: string;
  readonly number?: string;
  readonly by?: string;
  /** Seconds since 1970 UTC. */
  readonly until?: number;
}

interface PassClaims {
  readonly issuer: string;
  /** All three in seconds since 1970 UTC; `expiresAt` is exclusive, `notBefore` inclusive. */
  readonly issuedAt: number;
  readonly notBefore: number;
  readonly expiresAt: number;
  /** 16 bytes that name this pass, for deduplication and audit only. */
  readonly passId: Uint8Array;
  readonly form: Form;
  /** Raw Ed25519 key of the holder's client, on every live pass and never on paper; its point is unchecked. */
  readonly holderKey?: Uint8Array;
  readonly itinerary?: Itinerary;
  readonly entrance?: number;
  readonly guardian?: Guardian;
  readonly convertedFrom?: ConvertedFrom;
}

export interface SinglePass extends PassClaims {
  readonly kind: 'single';
  readonly health: Health;
}

export interface HouseholdPass extends PassClaims {
  readonly kind: 'household';
  /** Two to six; the guardian first. */
  readonly members: readonly Health[];
}

/** A pass whose every claim has the type and range the format asks; says nothing of its truth. */
export type Pass = SinglePass | HouseholdPass;
