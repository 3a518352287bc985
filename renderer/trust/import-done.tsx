import type { JSX, ReactNode } from 'react';
import { fill, type ImportResult, type TrustVersions } from '#kiosk/contract';
import { Icon, type IconName } from '../app/icon.tsx';
import { saySpan } from '../app/say-span.ts';
import { Both, type Say } from '../language/language.tsx';
import { Button } from '../staff/button.tsx';
import { sayChange } from './say-change.ts';
import { shortWhere } from './short-where.ts';

interface Now {
  readonly nowMs: number;
}

/** What came of it in words; whatever was not taken has changed nothing, and says so. */
export function ImportDone({
  result,
  onAgain,
  onClose,
  nowMs,
}: Now & {
  readonly result: ImportResult;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const isTaken = result.kind === 'replaced' || result.kind === 'unchanged';
  return (
    <div className="job-done" role="status">
      <ResultText result={result} nowMs={nowMs} />
      <div className="desk-buttons">
        <Button
          weight="main"
          says={(w) => w.trust.screen.close}
          onPress={onClose}
        />
        {!isTaken && (
          <Button
            says={(w) => w.trust.screen['other-file']}
            onPress={onAgain}
          />
        )}
      </div>
    </div>
  );
}

function ResultText({
  result,
  nowMs,
}: Now & { readonly result: ImportResult }): JSX.Element {
  switch (result.kind) {
    case 'replaced':
      return (
        <>
          <Head icon="check" isGood says={(w) => w.trust.screen.imported} />
          <div className="import-both">
            <Changes result={result} />
            <Versions
              nowMs={nowMs}
              {...(result.before !== undefined && { before: result.before })}
              after={result.after}
            />
          </div>
        </>
      );
    case 'unchanged':
      return (
        <>
          <Head icon="check" isGood says={(w) => w.trust.screen.unchanged} />
          <Versions nowMs={nowMs} after={result.held} />
        </>
      );
    case 'refused': {
      const { refusal, held } = result;
      return (
        <>
          <Head
            icon="stop"
            isGood={false}
            says={(w) => w.trust.screen.refused}
          />
          <Why>
            <Both of={(w) => w.setup.refusals[refusal.code]} />
            <code className="import-code">
              {refusal.where === undefined
                ? refusal.code
                : `${refusal.code} · ${shortWhere(refusal.where)}`}
            </code>
          </Why>
          <p>
            <Both
              of={(w) =>
                w.trust.screen[
                  held === undefined ? 'nothing-held' : 'held-stays'
                ]
              }
            />
          </p>
          {held !== undefined && <Versions nowMs={nowMs} after={held} />}
        </>
      );
    }
    case 'unreadable':
      return (
        <>
          <Head
            icon="stop"
            isGood={false}
            says={(w) => w.trust.screen.unreadable}
          />
          <Why>
            <Both of={(w) => w.trust.readFaults[result.fault].fault} />
            <Both of={(w) => w.trust.readFaults[result.fault].wayBack} />
          </Why>
        </>
      );
  }
}

/** A number stays with its unit where a cell is narrow. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function Head({
  icon,
  isGood,
  says,
}: {
  readonly icon: IconName;
  readonly isGood: boolean;
  readonly says: Say;
}): JSX.Element {
  return (
    <p className="job-head" data-good={isGood}>
      <Icon name={icon} />
      <Both of={says} />
    </p>
  );
}

function Why({ children }: { readonly children: ReactNode }): JSX.Element {
  return <div className="import-why">{children}</div>;
}

function Changes({
  result: { changes },
}: {
  readonly result: Extract<ImportResult, { readonly kind: 'replaced' }>;
}): JSX.Element {
  if (changes.length === 0)
    return (
      <p>
        <Both of={(w) => w.trust.screen['only-newer']} />
      </p>
    );
  return (
    <section className="import-changes">
      <h3 className="job-label">
        <Both of={(w) => w.trust.screen['what-changed']} />
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keys must reach it */}
      <ul tabIndex={0}>
        {changes.map((change, at) => (
          // What an import changed is said once and never moves.
          <li key={at}>
            <Both of={(w, language) => sayChange(change, w, language)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Versions and ages side by side; one column where nothing was there before, or nothing is new. */
function Versions({
  before,
  after,
  nowMs,
}: Now & {
  readonly before?: TrustVersions;
  readonly after: TrustVersions;
}): JSX.Element {
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">
            <Both of={(w) => w.trust.screen.part} />
          </th>
          {before !== undefined && (
            <th scope="col">
              <Both of={(w) => w.trust.screen.before} />
            </th>
          )}
          <th scope="col">
            <Both of={(w) => w.trust.screen.after} />
          </th>
        </tr>
      </thead>
      <tbody>
        {(['trust', 'policy', 'status'] as const).map((part) => (
          <tr key={part}>
            <th scope="row">
              <Both
                of={(w) =>
                  part === 'status'
                    ? w.trust.screen['status-oldest']
                    : w.trust.ages[part]
                }
              />
            </th>
            {before !== undefined && (
              <Version of={before[part]} nowMs={nowMs} />
            )}
            <Version of={after[part]} nowMs={nowMs} />
          </tr>
        ))}
        <tr>
          <th scope="row">
            <Both of={(w) => w.trust.screen.root} />
          </th>
          {before !== undefined && (
            <Version of={{ version: before.root }} nowMs={nowMs} />
          )}
          <Version of={{ version: after.root }} nowMs={nowMs} />
        </tr>
      </tbody>
    </table>
  );
}

function Version({
  of,
  nowMs,
}: Now & {
  readonly of:
    { readonly version?: number; readonly asOfMs?: number } | undefined;
}): JSX.Element {
  return (
    <td>
      <Both
        of={(w) => {
          const said = [
            ...(of?.version === undefined
              ? []
              : [fill(w.trust.screen.version, { n: of.version })]),
            ...(of?.asOfMs === undefined
              ? []
              : [saySpan(Math.max(0, nowMs - of.asOfMs), w)]),
          ];
          return said.length === 0
            ? w.trust.screen['no-lists']
            : said.map(unbroken).join(' · ');
        }}
      />
    </td>
  );
}
