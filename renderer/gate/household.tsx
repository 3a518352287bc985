import type { JSX } from 'react';
import { fill, type Badge, type ShownMember } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both, useBothText } from '../language/language.tsx';
import { Mark } from '../verdict/mark.tsx';
import { badgeIcon, badgeWord } from './badge.ts';
import { wordsOnMember } from './member-words.ts';
import './household.css';

/** Every member with their own outcome; those with something against them alone stand out. */
export function Household({
  members,
}: {
  readonly members: readonly ShownMember[];
}): JSX.Element {
  const bothText = useBothText();
  const isDivided = members.some(({ reasons }) => reasons.length === 0);
  return (
    <ol className="household" aria-label={bothText((w) => w.screen.members)}>
      {members.map((member, place) => (
        <Member
          // The order of the pass is all that tells two members of one name apart.
          key={place}
          member={member}
          standsOut={isDivided && member.reasons.length > 0}
        />
      ))}
    </ol>
  );
}

function Member({
  member,
  standsOut,
}: {
  readonly member: ShownMember;
  readonly standsOut: boolean;
}): JSX.Element {
  const bothText = useBothText();
  const { maskedName, maskedDocument, birthYear, outcome, badges } = member;
  const [colour, why] = wordsOnMember(member);
  return (
    <li className="member" data-stands-out={standsOut}>
      <Mark kind={outcome} isSmall />
      <span className="unseen">{bothText((w) => w.outcomes[outcome])}</span>
      <p className="member-name">{maskedName}</p>
      <p className="member-who">
        {maskedDocument !== undefined && <b>{maskedDocument}</b>}
        {birthYear !== undefined && (
          <span
            role="img"
            aria-label={bothText((w) =>
              fill(w.screen.born, { year: birthYear }),
            )}
          >
            {birthYear}
          </span>
        )}
        {colour !== undefined && <Both of={colour} />}
        {badges
          .filter(({ state }) => state !== 'none')
          .map((badge) => (
            <MemberBadge key={badge.kind} badge={badge} />
          ))}
      </p>
      {why !== undefined && (
        <p className="member-why">
          <Both of={why} />
        </p>
      )}
    </li>
  );
}

function MemberBadge({ badge }: { readonly badge: Badge }): JSX.Element {
  const bothText = useBothText();
  return (
    <Icon
      name={badgeIcon(badge)}
      label={bothText((w) => badgeWord(badge, w))}
    />
  );
}
