import { useEffect, useRef, useState, type JSX } from 'react';
import {
  fill,
  type ExportPlace,
  type ExportRequest,
  type Job,
  type LogFilter,
} from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import type { LiveKiosk, Request } from '../connect/connect-kiosk.ts';
import { Both, useBothText, useLanguage } from '../language/language.tsx';
import { ExportDone } from './export-done.tsx';
import { JobFailureText } from './job-failure.tsx';
import { Progress } from './progress.tsx';
import { sizeOf } from './size.ts';
import './export-dialog.css';

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
  const bothText = useBothText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="export"
      aria-label={bothText((w) => w.log.screen.export)}
      onClose={onClose}
    >
      <div className="log-entry-head">
        <h2 className="log-entry-title">
          <Both of={(w) => w.log.screen.export} />
        </h2>
        <button
          type="button"
          className="log-close"
          aria-label={bothText((w) => w.log.screen.close)}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </div>
      <div className="export-body">
        {job === undefined && (
          <Choose
            kiosk={kiosk}
            onStart={(place) => {
              send({ kind: 'export-log', request: { filter, ...place } });
            }}
          />
        )}
        {job?.state.kind === 'running' && (
          <Progress
            says={(w) => w.log.screen.exporting}
            done={job.state.done}
            of={job.state.of}
            onCancel={() => {
              send({ kind: 'cancel-job', jobId: job.id });
            }}
          />
        )}
        {job?.state.kind === 'done' && (
          <ExportDone result={job.state.result} onClose={onClose} />
        )}
        {(job?.state.kind === 'failed' || job?.state.kind === 'cancelled') && (
          <div className="export-ended" role="alert">
            {job.state.kind === 'failed' ? (
              <JobFailureText failure={job.state.failure} />
            ) : (
              <Both of={(w) => w.log.screen.cancelled} />
            )}
            <button type="button" className="log-button" onClick={onAgain}>
              <Both of={(w) => w.log.screen['try-again']} />
            </button>
          </div>
        )}
      </div>
    </dialog>
  );
}

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
  const { places, lookAgain } = usePlaces(kiosk);
  const { language: spoken } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [language, setLanguage] = useState(spoken);
  const place = places?.find(({ id }) => id === chosen) ?? places?.at(-1);
  return (
    <>
      <ul className="export-says">
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
      <fieldset className="export-choice">
        <legend className="log-label">
          <Both of={(w) => w.log.screen['choose-place']} />
        </legend>
        {places?.map((each) => (
          <Place
            key={each.id}
            place={each}
            isChosen={each.id === place?.id}
            onChoose={() => {
              setChosen(each.id);
            }}
          />
        ))}
        {places?.length === 0 && (
          <p role="alert">
            <Both of={(w) => w.log.screen['no-place']} />
          </p>
        )}
        <button type="button" className="log-button" onClick={lookAgain}>
          <Both of={(w) => w.log.screen['look-again']} />
        </button>
      </fieldset>
      <fieldset className="export-choice export-languages">
        <legend className="log-label">
          <Both of={(w) => w.log.screen.language} />
        </legend>
        {(['zh', 'en'] as const).map((each) => (
          <label key={each} className="export-option">
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
      <button
        type="button"
        className="log-button"
        data-weight="primary"
        disabled={place === undefined}
        onClick={() => {
          if (place !== undefined) onStart({ placeId: place.id, language });
        }}
      >
        <Both of={(w) => w.log.screen['start-export']} />
      </button>
    </>
  );
}

function Place({
  place,
  isChosen,
  onChoose,
}: {
  readonly place: ExportPlace;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): JSX.Element {
  return (
    <label className="export-option">
      <input type="radio" name="place" checked={isChosen} onChange={onChoose} />
      <span>
        <Both
          of={(w) =>
            `${w.log.places[place.kind]} · ${fill(w.log.screen.free, { size: sizeOf(place.freeBytes) })}`
          }
        />
        <span className="log-value export-path">{place.path}</span>
      </span>
    </label>
  );
}

function usePlaces(kiosk: LiveKiosk): {
  readonly places: readonly ExportPlace[] | undefined;
  readonly lookAgain: () => void;
} {
  const [places, setPlaces] = useState<readonly ExportPlace[]>();
  const [look, setLook] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void kiosk.ask({ kind: 'export-places' }).then((reply) => {
      if (isWanted) setPlaces(reply.ok ? reply.value : []);
    });
    return () => {
      isWanted = false;
    };
  }, [kiosk, look]);
  return {
    places,
    lookAgain: () => {
      setLook(look + 1);
    },
  };
}
