export type SiteType =
  | 'school'
  | 'market'
  | 'hospital'
  | 'airport'
  | 'station'
  | 'port'
  | 'care-home'
  | 'custody'
  | 'welfare'
  | 'factory'
  | 'estate'
  | 'road';

/** Where and which way: a site, a lane, a direction. */
export interface Checkpoint {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly lane: string;
  readonly direction: 'in' | 'out';
  readonly siteType: SiteType;
  /** IANA name; days are days here. */
  readonly timeZone: string;
}
