import type { JSX } from 'react';
import { Both, type Say } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';

interface Place {
  readonly id: string;
  readonly path: string;
}

/** One of several places, each with its path; where there is none, what to do about it. */
export function PlaceChoice<P extends Place>({
  title,
  places,
  chosen,
  says,
  none,
  again,
  onChoose,
  onLookAgain,
}: {
  readonly title: Say;
  readonly places: readonly P[] | undefined;
  readonly chosen: P | undefined;
  readonly says: (place: P) => Say;
  readonly none: Say;
  readonly again: Say;
  readonly onChoose: (place: P) => void;
  readonly onLookAgain: () => void;
}): JSX.Element {
  return (
    <fieldset className="job-choice">
      <legend className="job-label">
        <Both of={title} />
      </legend>
      <div className="job-options">
        {places?.map((place) => (
          <label key={place.id} className="job-option">
            <input
              type="radio"
              name="place"
              checked={place.id === chosen?.id}
              onChange={() => {
                onChoose(place);
              }}
            />
            <span>
              <Both of={says(place)} />
              <span className="job-path">{place.path}</span>
            </span>
          </label>
        ))}
      </div>
      {places?.length === 0 && (
        <p className="job-none" role="alert">
          <Both of={none} />
        </p>
      )}
      <Button says={again} onPress={onLookAgain} />
    </fieldset>
  );
}
