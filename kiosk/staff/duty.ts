import type { CommandAnswer } from '#kiosk/contract';
import { isBadge, mayBeBadge } from './badge.ts';
import { done, refusal, toStaffPerson, type Office } from './office.ts';

/** One person is on duty at a lane: whoever starts relieves whoever was. */
export function startShift(office: Office, staffId: string): CommandAnswer {
  const { roster, entry, now } = office;
  const person = roster.find(staffId);
  if (person === undefined) return refusal('staff.unknown');
  const before = roster.shift();
  if (before?.staffId === staffId) return done;
  const relieved = before && roster.find(before.staffId);
  roster.commit({
    entries: [
      ...(relieved === undefined
        ? []
        : [
            entry({
              action: 'shift-ended',
              person: toStaffPerson(relieved),
              because: 'relieved',
            }),
          ]),
      entry({ action: 'shift-started', person: toStaffPerson(person) }),
    ],
    shift: { staffId, sinceMs: Math.floor(now().atMs) },
  });
  return done;
}

export function endShift({ roster, entry }: Office): CommandAnswer {
  const shift = roster.shift();
  if (shift === undefined) return refusal('contract.not-offered');
  const person = roster.find(shift.staffId);
  roster.commit({
    entries: [
      entry({
        action: 'shift-ended',
        ...(person !== undefined && { person: toStaffPerson(person) }),
      }),
    ],
    shift: 'nobody',
  });
  return done;
}

/** A badge starts its owner's shift, or ends it where it runs; undefined for what is nobody's badge. */
export function takeBadge(
  office: Office,
  text: string,
): CommandAnswer | undefined {
  if (!mayBeBadge(text)) return undefined;
  const { roster } = office;
  const owner = roster
    .people()
    .find(
      ({ badgeHash }) => badgeHash !== undefined && isBadge(text, badgeHash),
    );
  if (owner === undefined) return undefined;
  return roster.shift()?.staffId === owner.id
    ? endShift(office)
    : startShift(office, owner.id);
}
