import { useId, useState, type JSX } from 'react';
import { fill, type Words } from '#kiosk/contract';
import { apart } from '../language/apart.ts';
import { Both, type Say } from '../language/language.tsx';
import { Icon } from './icon.tsx';
import { isGrave, type Warning } from './warnings.ts';
import './strip.css';

/** One warning at a time, the gravest; the rest open below it. */
export function WarningStrip({
  warnings: [first, ...others],
  onTrust,
}: {
  readonly warnings: readonly [Warning, ...Warning[]];
  readonly onTrust: () => void;
}): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const showsList = isOpen && others.length > 0;
  return (
    <div className="strip" data-grave={isGrave(first)}>
      <WarningLine warning={first} onTrust={onTrust} />
      {others.length > 0 && (
        <button
          type="button"
          className="strip-more"
          aria-expanded={showsList}
          aria-controls={listId}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <Both
            of={(w) => fill(w.screen['more-warnings'], { n: others.length })}
          />
        </button>
      )}
      <ul className="strip-list" id={listId} hidden={!showsList}>
        {others.map((warning) => (
          <li key={keyOf(warning)}>
            <WarningLine warning={warning} onTrust={onTrust} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A warning of data or clock is itself the way to where something is done about it. */
function WarningLine({
  warning,
  onTrust,
}: {
  readonly warning: Warning;
  readonly onTrust: () => void;
}): JSX.Element {
  const text = (
    <>
      <Icon name="warning" />
      <Both of={(w) => textOf(warning, w)} />
    </>
  );
  return warning.kind === 'clock' || warning.kind === 'freshness' ? (
    <button type="button" className="strip-line strip-way" onClick={onTrust}>
      {text}
      <Icon name="next" />
    </button>
  ) : (
    <p className="strip-line">{text}</p>
  );
}

/** Said to the guard in passing: an answer to what was just done. */
export function NoticeStrip({ says }: { readonly says: Say }): JSX.Element {
  return (
    <div className="strip strip-notice" role="status">
      <p className="strip-line">
        <Icon name="say" />
        <Both of={says} />
      </p>
    </div>
  );
}

function textOf(warning: Warning, words: Words): string {
  switch (warning.kind) {
    case 'device': {
      const name = words.deviceKinds[warning.device];
      const { fault, wayBack } = words.deviceFailures[warning.failure];
      return [
        warning.id === undefined ? name : `${name} ${warning.id}`,
        fault,
        wayBack,
      ].join(apart);
    }
    case 'clock':
      return words.clock[warning.state].warning;
    case 'freshness':
      return words.freshness[warning.rung].warning;
    case 'unsent':
      return fill(words.screen['unsent-many'], { n: warning.count });
  }
}

function keyOf(warning: Warning): string {
  return warning.kind === 'device'
    ? `${warning.device} ${warning.id ?? ''}`
    : warning.kind;
}
