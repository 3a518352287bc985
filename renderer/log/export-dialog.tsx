import { useState, type JSX } from 'react';
import {
  fill,
  type ExportRequest,
  type Job,
  type LogFilter,
} from '#kiosk/contract';
import type { LiveKiosk, Request } from '../connect/connect-kiosk.ts';
import { JobDialog } from '../jobs/job-dialog.tsx';
import { PlaceChoice } from '../jobs/place-choice.tsx';
import { sizeOf } from '../jobs/size.ts';
import { usePlaces } from '../jobs/use-places.ts';
import { Both, useLanguage } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';
import { ExportDone } from './export-done.tsx';

/** From the choice of a place to a file that may be carried away. */
export function ExportDialog({
  job,
  kiosk,
  filter,
  send,
  onAgain,
  onClose,
}: {
  /** The export that runs, or that ended and was not yet read. */
  readonly job: Extract<Job, { readonly kind: 'export-log' }> | undefined;
  readonly kiosk: LiveKiosk;
  readonly filter: LogFilter;
  readonly send: (request: Request) => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <JobDialog
      title={(w) => w.log.screen.export}
      running={(w) => w.log.screen.exporting}
      unit="entries"
      job={job}
      choose={
        <Choose
          kiosk={kiosk}
          onStart={(place) => {
            send({ kind: 'export-log', request: { filter, ...place } });
          }}
        />
      }
      done={(result) => <ExportDone result={result} onClose={onClose} />}
      cancelled={(w) => w.log.screen.cancelled}
      send={send}
      onAgain={onAgain}
      onClose={onClose}
    />
  );
}

const exportPlaces = { kind: 'export-places' } as const;

/** Says what will be in the file before it is made. */
function Choose({
  kiosk,
  onStart,
}: {
  readonly kiosk: LiveKiosk;
  readonly onStart: (
    place: Pick<ExportRequest, 'placeId' | 'language'>,
  ) => void;
}): JSX.Element {
  const { places, lookAgain } = usePlaces(kiosk, exportPlaces);
  const { language: spoken } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [language, setLanguage] = useState(spoken);
  const place = places?.find(({ id }) => id === chosen) ?? places?.at(-1);
  return (
    <>
      <ul className="job-says">
        {(
          [
            'export-what',
            'export-masked',
            'export-altered',
            'export-recorded',
          ] as const
        ).map((line) => (
          <li key={line}>
            <Both of={(w) => w.log.screen[line]} />
          </li>
        ))}
      </ul>
      <PlaceChoice
        title={(w) => w.log.screen['choose-place']}
        places={places}
        chosen={place}
        says={({ kind, freeBytes }) =>
          (w) =>
            `${w.log.places[kind]} · ${fill(w.log.screen.free, { size: sizeOf(freeBytes) })}`
          }
        none={(w) => w.log.screen['no-place']}
        again={(w) => w.log.screen['look-again']}
        onChoose={({ id }) => {
          setChosen(id);
        }}
        onLookAgain={lookAgain}
      />
      <fieldset className="job-choice job-columns">
        <legend className="job-label">
          <Both of={(w) => w.log.screen.language} />
        </legend>
        {(['zh', 'en'] as const).map((each) => (
          <label key={each} className="job-option">
            <input
              type="radio"
              name="language"
              checked={language === each}
              onChange={() => {
                setLanguage(each);
              }}
            />
            {each === 'zh' ? '中文' : 'English'}
          </label>
        ))}
      </fieldset>
      <Button
        weight="main"
        says={(w) => w.log.screen['start-export']}
        isDisabled={place === undefined}
        onPress={() => {
          if (place !== undefined) onStart({ placeId: place.id, language });
        }}
      />
    </>
  );
}
