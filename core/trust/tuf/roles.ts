import type { DelegatedRole } from './metadata.ts';

/** What a delegated role is for. One of another name is a later kiosk's and is left alone. */
export type RoleDuty =
  | { readonly kind: 'policy' }
  | { readonly kind: 'issuer' | 'status'; readonly issuer: string };

const named = /^(issuer|status)\.([A-Z0-9-]{1,16})$/;

export function dutyOf(roleName: string): RoleDuty | undefined {
  if (roleName === 'policy') return { kind: 'policy' };
  const [, kind, issuer] = named.exec(roleName) ?? [];
  if (issuer === undefined) return undefined;
  return { kind: kind === 'issuer' ? 'issuer' : 'status', issuer };
}

/** Where the files of a role lie; it may publish nothing elsewhere. */
export function folderOf(duty: RoleDuty): string {
  switch (duty.kind) {
    case 'policy':
      return 'policy/';
    case 'issuer':
      return `keys/${duty.issuer}/`;
    case 'status':
      return `status/${duty.issuer}/`;
  }
}

/** Whether a delegation gives a role its own folder, exactly and for good. */
export function isOwnFolder(role: DelegatedRole, duty: RoleDuty): boolean {
  const [path, ...others] = role.paths;
  return (
    role.isTerminating && others.length === 0 && path === `${folderOf(duty)}*`
  );
}
