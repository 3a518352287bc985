import { useId, useState, type JSX } from 'react';
import { Icon } from '../app/icon.tsx';
import { Both, type Say } from '../language/language.tsx';
import type { FaultCode } from './draft.ts';
import { Fault } from './fault.tsx';

/** Takes a file from a dialog or dropped on it; shows the name of the one it has. */
export function FileField({
  says,
  chosen,
  found,
  fault,
  onFile,
}: {
  readonly says: Say;
  readonly chosen: string | undefined;
  /** What the two files turned out to be, once both are there. */
  readonly found: 'good' | 'bad' | undefined;
  readonly fault?: FaultCode | undefined;
  readonly onFile: (file: File) => void;
}): JSX.Element {
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <div className="setup-field">
      <label
        className="setup-file"
        htmlFor={id}
        data-over={isOver}
        data-found={found}
      >
        <Icon name={marks[found ?? 'none']} />
        <span className="setup-file-text">
          <Both of={says} />
          <span className="setup-hint">
            {chosen ?? (
              <Both
                of={(w) =>
                  `${w.setup.screen['choose-file']} ${w.setup.screen['drop-file']}`
                }
              />
            )}
          </span>
        </span>
        <input
          id={id}
          // Over the whole field, so that a file dropped anywhere on it lands here.
          className="setup-file-input"
          type="file"
          onDragEnter={() => {
            setOver(true);
          }}
          onDragLeave={() => {
            setOver(false);
          }}
          onChange={(event) => {
            setOver(false);
            const [file] = event.target.files ?? [];
            if (file !== undefined) onFile(file);
            // The same file may be chosen again after it was put right.
            event.target.value = '';
          }}
        />
      </label>
      <Fault code={fault} />
    </div>
  );
}

const marks = { none: 'upload', good: 'check', bad: 'warning' } as const;
