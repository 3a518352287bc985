/** Every field a screen can stand on; the kind fixes colour, shape and frame together. */
export type VerdictKind =
  | 'admit'
  | 'hold'
  | 'deny'
  | 'need'
  | 'neutral'
  | 'allowed'
  | 'refused'
  | 'lost'
  | 'closed'
  | 'waiting'
  | 'unset';
