/** What the frame round the screens says, and what the screen that faces the traveller says. */
export interface DisplayWords {
  readonly themes: Readonly<Record<Theme, string>>;
  readonly volumes: Readonly<Record<Volume, string>>;
  readonly screen: Readonly<Record<DisplayWord, string>>;
  readonly traveller: Readonly<Record<TravellerWord, string>>;
}

/** The colours a screen stands in. */
export type Theme = 'default' | 'colour-blind' | 'night' | 'sun';

/** How loud the sounds are. */
export type Volume = 'low' | 'medium' | 'high';

export type DisplayWord =
  | 'menu'
  | 'theme'
  | 'volume'
  | 'test-sound'
  | 'mute'
  | 'unmute'
  | 'muted-for'
  | 'traveller-screen'
  | 'open-traveller-screen'
  | 'traveller-screen-blocked'
  | 'gate-now'
  | 'back-to-gate'
  | 'hold-waits'
  | 'nobody-here'
  | 'on-duty'
  | 'start-shift';

export type TravellerWord =
  | 'go-ahead'
  | 'follow-staff'
  | 'step-forward'
  | 'stand-still'
  | 'wait-for-staff';
