import { z } from 'zod';

/** Who may ask; a guard needs no login. */
export type Role = 'guard' | 'supervisor' | 'maintainer' | 'auditor';

/** What a host lets a client do before a login; an onlooker sees what is shown and asks for nothing. */
export type Granted = Role | 'onlooker';

export const roles: readonly Role[] = [
  'guard',
  'supervisor',
  'maintainer',
  'auditor',
];

export const roleSchema: z.ZodType<Role> = z.enum(roles);
