/** Whether a normal temperature is asked: as the policy's `temperature` says, or of nobody. */
export type AsksTemperature = 'unconditional' | 'as-here';

/** Whose passes count here, from when until when, and what their colours ask for here. */
export interface Recognition {
  /** Always recognised, in nobody's dates and with nothing narrowed. */
  readonly home: {
    readonly issuers: readonly string[];
    readonly temperature: AsksTemperature;
  };
  readonly edges: readonly RecognitionEdge[];
  /** Older codes of the region itself, treated as at home until their end. */
  readonly legacy: readonly LegacyIssuer[];
  /**
   * What became of another issuer's pass by conversion counts like any pass of whoever converted
   * it, or only where an edge of kind `converted` recognises the origin.
   */
  readonly conversions: 'as-issued' | 'by-edge';
}

/** One direction of recognition: passes of `issuer` count here. */
export interface RecognitionEdge {
  /** An issuer of the bundle; the national platform is one like any other. */
  readonly issuer: string;
  /**
   * `direct`: shown here as they are. `mutual`: the same, and the other side recognises ours.
   * `converted`: never as they are, only what a recognised issuer made of them.
   */
  readonly kind: 'direct' | 'mutual' | 'converted';
  /** In force when from ≤ now < until, in seconds since 1970 UTC; without `until`, from then on. */
  readonly from: number;
  readonly until?: number;
  /** What a colour asks for over this edge beyond what it asks for at home; never less. */
  readonly colours?: {
    readonly green?: 'hold' | 'deny';
    readonly yellow?: 'deny';
  };
  readonly temperature: AsksTemperature;
}

export interface LegacyIssuer {
  readonly issuer: string;
  /** Exclusive, in seconds since 1970 UTC. */
  readonly until: number;
}
