import { useEffect, type JSX } from 'react';
import { fill, type SetupScan, type Words } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { apart } from '../language/apart.ts';
import { Both } from '../language/language.tsx';
import type { StepParts } from './step.ts';

/** The chosen scanner opened for real: what it reads is told by its length and kind alone. */
export function TestStep({
  draft: { scanner },
  kiosk,
  snapshot,
}: StepParts): JSX.Element {
  const path = scanner?.kind === 'port' ? scanner.path : undefined;
  const baud = scanner?.kind === 'port' ? scanner.baud : undefined;
  useEffect(() => {
    if (path === undefined || baud === undefined) return;
    void kiosk.send({ kind: 'try-scanner', scanner: { path, baud } });
  }, [kiosk, path, baud]);
  const { setup } = snapshot;
  return (
    <div className="setup-sides">
      <section
        className="setup-scan"
        data-kind={setup?.read?.kind ?? 'none'}
        role="status"
      >
        <Icon
          name={setup?.read === undefined ? 'scanner' : markOf(setup.read)}
        />
        <p className="setup-scan-word">
          <Both of={(w) => scanWord(setup?.read, w)} />
        </p>
        {path !== undefined && setup !== undefined && <Port setup={setup} />}
      </section>
      <section className="setup-side">
        <h2 className="setup-label">
          <Both of={(w) => w.setup.screen.nothing} />
        </h2>
        <ul className="setup-list">
          {(path === undefined ? keyboardHelp : portHelp).map((word) => (
            <li key={word}>
              <Both of={(w) => w.setup.screen[word]} />
            </li>
          ))}
        </ul>
        {setup?.read === undefined && (
          <p className="setup-hint">
            <Both of={(w) => w.setup.screen.untested} />
          </p>
        )}
      </section>
    </div>
  );
}

/** The state of the port, and what to do where it does not open. */
function Port({ setup }: { readonly setup: SetupScan }): JSX.Element {
  const { failure } = setup;
  return (
    <p className={failure === undefined ? 'setup-hint' : 'setup-fault'}>
      <Both
        of={(w) =>
          failure === undefined
            ? w.deviceStates[setup.scanner]
            : [
                w.deviceFailures[failure].fault,
                w.deviceFailures[failure].wayBack,
              ].join(apart)
        }
      />
    </p>
  );
}

const portHelp = [
  'nothing-cable',
  'nothing-baud',
  'nothing-end',
  'nothing-usb',
] as const;
const keyboardHelp = ['nothing-cable', 'nothing-end'] as const;

function scanWord(
  read: SetupScan['read'],
  { setup: { screen } }: Words,
): string {
  if (read === undefined) return screen['scan-now'];
  return fill(screen[`read-${read.kind}`], { n: read.characters });
}

function markOf(read: NonNullable<SetupScan['read']>): 'check' | 'warning' {
  return read.kind === 'broken' ? 'warning' : 'check';
}
