import type { JSX } from 'react';
import { fill, type ExportResult } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { Both } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';

/** What was written and where, and what there is to compare it by. */
export function ExportDone({
  result,
  onClose,
}: {
  readonly result: ExportResult;
  readonly onClose: () => void;
}): JSX.Element {
  const { rows, file, sha256, deviceKey, altered, alteredSeqs } = result;
  return (
    <div className="job-done" role="status">
      <p className="job-head" data-good="true">
        <Icon name="check" />
        <Both
          of={(w) =>
            `${w.log.screen.exported} · ${fill(w.log.screen.rows, { n: rows })}`
          }
        />
      </p>
      {altered > 0 && (
        <p className="log-warning">
          <Both
            of={(w) =>
              fill(w.log.screen['found-altered'], {
                n: altered,
                seqs: shortList(alteredSeqs, altered),
              })
            }
          />
        </p>
      )}
      <dl className="log-facts">
        <div className="log-fact">
          <dt>
            <Both of={(w) => w.log.screen.file} />
          </dt>
          <dd className="log-value">{file}</dd>
        </div>
        <div className="log-fact">
          <dt>SHA-256</dt>
          <dd>
            <code className="log-hash">{inGroups(sha256)}</code>
          </dd>
        </div>
        <div className="log-fact">
          <dt>
            <Both of={(w) => w.log.screen['device-key']} />
          </dt>
          <dd>
            <code className="log-hash">{deviceKey}</code>
          </dd>
        </div>
      </dl>
      <p className="job-head" data-good="true">
        <Both of={(w) => w.log.screen['safe-to-unplug']} />
      </p>
      <Button
        weight="main"
        says={(w) => w.log.screen.close}
        onPress={onClose}
      />
    </div>
  );
}

const listed = 12;

function shortList(seqs: readonly number[], count: number): string {
  const shown = seqs.slice(0, listed).join(', ');
  return count > listed ? `${shown} …` : shown;
}

/** Eight digits at a time, as two people read it to each other. */
function inGroups(hex: string): string {
  return hex.match(/.{1,8}/g)?.join(' ') ?? hex;
}
