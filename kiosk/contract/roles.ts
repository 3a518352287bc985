import { z } from 'zod';

/** Who may ask; a guard needs no login. */
export type Role = 'guard' | 'supervisor' | 'maintainer' | 'auditor';

export const roles: readonly Role[] = [
  'guard',
  'supervisor',
  'maintainer',
  'auditor',
];

export const roleSchema: z.ZodType<Role> = z.enum(roles);
