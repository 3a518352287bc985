import { useState, type JSX } from 'react';
import type { BundlePlace, Job } from '#kiosk/contract';
import type { LiveKiosk, Request } from '../connect/connect-kiosk.ts';
import { JobDialog } from '../jobs/job-dialog.tsx';
import { PlaceChoice } from '../jobs/place-choice.tsx';
import { sizeOf } from '../jobs/size.ts';
import { usePlaces } from '../jobs/use-places.ts';
import { Both, type Say } from '../language/language.tsx';
import type { ZoneTime } from '../log/zone-time.ts';
import { Button } from '../staff/button.tsx';
import { Refused } from '../staff/refused.tsx';
import { ImportDone } from './import-done.tsx';
import { whenOf } from './when.ts';

/** From a file on a drive to what it changed, or why it changed nothing. */
export function ImportDialog({
  job,
  kiosk,
  nowMs,
  zone,
  send,
  refusal,
  onAgain,
  onClose,
}: {
  /** The import that runs, or that ended and was not yet read. */
  readonly job: Extract<Job, { readonly kind: 'import-bundle' }> | undefined;
  readonly kiosk: LiveKiosk;
  readonly nowMs: number;
  readonly zone: ZoneTime;
  readonly send: (request: Request) => void;
  readonly refusal: Say | undefined;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <JobDialog
      title={(w) => w.trust.screen.import}
      running={(w) => w.trust.screen.importing}
      unit="hundredths"
      job={job}
      choose={
        <Choose
          kiosk={kiosk}
          zone={zone}
          refusal={refusal}
          onStart={({ id }) => {
            send({ kind: 'import-bundle', placeId: id });
          }}
        />
      }
      done={(result) => (
        <ImportDone
          result={result}
          nowMs={nowMs}
          onAgain={onAgain}
          onClose={onClose}
        />
      )}
      cancelled={(w) => w.trust.screen.cancelled}
      send={send}
      onAgain={onAgain}
      onClose={onClose}
    />
  );
}

const bundlePlaces = { kind: 'bundle-places' } as const;

/** Which file, and then once more whether it is to be. */
function Choose({
  kiosk,
  zone,
  refusal,
  onStart,
}: {
  readonly kiosk: LiveKiosk;
  readonly zone: ZoneTime;
  readonly refusal: Say | undefined;
  readonly onStart: (place: BundlePlace) => void;
}): JSX.Element {
  const { places, lookAgain } = usePlaces(kiosk, bundlePlaces);
  const [chosenId, setChosenId] = useState<string>();
  const [isSure, setSure] = useState(false);
  // A drive that was just plugged in is why somebody stands here; the newest comes first.
  const chosen =
    places?.find(({ id }) => id === chosenId) ??
    places?.find(({ kind }) => kind === 'drive') ??
    places?.[0];
  if (isSure && chosen !== undefined)
    return (
      <Confirm
        place={chosen}
        zone={zone}
        refusal={refusal}
        onStart={onStart}
        onBack={() => {
          setSure(false);
        }}
      />
    );
  return (
    <>
      <PlaceChoice
        title={(w) => w.trust.screen['choose-bundle']}
        places={places}
        chosen={chosen}
        says={(place) => sayPlace(place, zone)}
        none={(w) => w.trust.screen['no-place']}
        again={(w) => w.trust.screen['look-again']}
        onChoose={({ id }) => {
          setChosenId(id);
        }}
        onLookAgain={lookAgain}
      />
      <p>
        <Both of={(w) => w.trust.screen['where-to-put']} />
      </p>
      <p>
        <Both of={(w) => w.trust.screen['import-what']} />
      </p>
      <Button
        weight="main"
        says={(w) => w.trust.screen.next}
        isDisabled={chosen === undefined}
        onPress={() => {
          setSure(true);
        }}
      />
    </>
  );
}

function Confirm({
  place,
  zone,
  refusal,
  onStart,
  onBack,
}: {
  readonly place: BundlePlace;
  readonly zone: ZoneTime;
  readonly refusal: Say | undefined;
  readonly onStart: (place: BundlePlace) => void;
  readonly onBack: () => void;
}): JSX.Element {
  return (
    <>
      <p className="job-head">
        <Both of={(w) => w.trust.screen['confirm-import']} />
      </p>
      <div className="import-place">
        <Both of={sayPlace(place, zone)} />
        <span className="job-path">{place.path}</span>
      </div>
      <p>
        <Both of={(w) => w.trust.screen['confirm-help']} />
      </p>
      <Refused says={refusal} />
      <div className="desk-buttons">
        <Button
          weight="main"
          says={(w) => w.trust.screen['start-import']}
          onPress={() => {
            onStart(place);
          }}
        />
        <Button says={(w) => w.trust.screen.back} onPress={onBack} />
      </div>
    </>
  );
}

function sayPlace(
  { kind, bytes, modifiedMs }: BundlePlace,
  zone: ZoneTime,
): Say {
  return (w) =>
    [w.trust.places[kind], sizeOf(bytes), whenOf(zone, modifiedMs)].join(' · ');
}
