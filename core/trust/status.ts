import { personsOf, type Pass } from '#core/pass';
import type { StatusFinding } from './checked-pass.ts';
import type { StatusBits, TrustList } from './trust-list.ts';

/** One finding a person, in the order of the pass. */
export function findStatus(
  pass: Pass,
  trust: TrustList,
): readonly ('normal' | StatusFinding)[] {
  return personsOf(pass).map(
    ({ status: { list, index } }) =>
      findings[trust.status(pass.issuer, list, index)],
  );
}

const findings: Readonly<
  Record<StatusBits | 'unknown-list', 'normal' | StatusFinding>
> = {
  normal: 'normal',
  hold: 'status-hold',
  revoked: 'status-revoked',
  changed: 'status-changed',
  'unknown-list': 'status-unknown-list',
};
