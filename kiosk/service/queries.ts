import type { Checkpoint } from '#core/policy';
import { assertNever } from '#core/result';
import { StoreError } from '#db';
import type { Archive } from '#kiosk/archive';
import {
  queryRoles,
  querySchema,
  type BundlePlace,
  type Granted,
  type Query,
  type QueryAnswer,
  type TrustView,
} from '#kiosk/contract';
import type { Staff } from '#kiosk/staff';
import { maySend, refusal } from './answers.ts';

export interface QuerySources {
  readonly checkpoint: Checkpoint;
  readonly archive: Archive;
  readonly staff: Staff;
  trustView(): TrustView;
  bundlePlaces(): readonly BundlePlace[];
}

/** Answers what a client asks to read: checked against the schema and its role, changing nothing. */
export function answerQuery(
  untrusted: unknown,
  role: Granted,
  sources: QuerySources,
): QueryAnswer {
  const read = querySchema.safeParse(untrusted);
  if (!read.success) return refusal('contract.bad-request');
  const query = read.data;
  if (!maySend(role, queryRoles[query.kind])) return refusal('contract.role');
  try {
    return answer(query, sources);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return refusal('contract.out-of-service');
  }
}

/** Throws StoreError where the log or the staff cannot be read. */
function answer(query: Query, sources: QuerySources): QueryAnswer {
  const { checkpoint, archive, staff } = sources;
  switch (query.kind) {
    case 'log-page':
      return {
        ok: true,
        value: archive.page(query.filter, query.beforeSeq, query.limit),
      };
    case 'log-entry':
      return { ok: true, value: archive.entry(query.seq) };
    case 'export-places':
      return { ok: true, value: archive.exportPlaces() };
    case 'trust':
      return { ok: true, value: sources.trustView() };
    case 'bundle-places':
      return { ok: true, value: sources.bundlePlaces() };
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
    case 'check-pin':
    case 'inspect-bundle':
      return refusal('contract.not-offered');
    default:
      return assertNever(query);
  }
}
