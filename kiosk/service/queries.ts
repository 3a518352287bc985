import type { Checkpoint } from '#core/policy';
import { assertNever } from '#core/result';
import type { Archive } from '#kiosk/archive';
import {
  queryRoles,
  querySchema,
  type Query,
  type QueryAnswer,
  type Role,
} from '#kiosk/contract';
import type { Staff } from '#kiosk/staff';
import { maySend, refusal } from './answers.ts';

export interface QuerySources {
  readonly checkpoint: Checkpoint;
  readonly archive: Archive;
  readonly staff: Staff;
}

/** Answers what a client asks to read: checked against the schema and its role, changing nothing. */
export function answerQuery(
  untrusted: unknown,
  role: Role,
  sources: QuerySources,
): QueryAnswer {
  const read = querySchema.safeParse(untrusted);
  if (!read.success) return refusal('contract.bad-request');
  const query = read.data;
  if (!maySend(role, queryRoles[query.kind])) return refusal('contract.role');
  return answer(query, sources);
}

function answer(
  query: Query,
  { checkpoint, archive, staff }: QuerySources,
): QueryAnswer {
  switch (query.kind) {
    case 'log-page':
      return {
        ok: true,
        value: archive.page(query.filter, query.beforeSeq, query.limit),
      };
    case 'export-places':
      return { ok: true, value: archive.exportPlaces() };
    case 'staff':
      return { ok: true, value: staff.members() };
    case 'recovery-challenge':
      return {
        ok: true,
        value: {
          challenge: staff.recoveryChallenge(),
          checkpointId: checkpoint.id,
        },
      };
    case 'ports':
    case 'inspect-bundle':
      return refusal('contract.not-offered');
    default:
      return assertNever(query);
  }
}
