import type { JSX } from 'react';
import type { FoundPort } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { Cards, type Card } from './cards.tsx';
import type { ChosenPort, FaultCode } from './draft.ts';
import { Fault } from './fault.tsx';
import { TextField } from './text-field.tsx';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { usePorts } from './use-ports.ts';

const bauds = [9600, 19_200, 38_400, 57_600, 115_200] as const;
const byHand = 'by-hand';
const portPrefix = 'port:';

/** A port that was found, one typed by hand, or whatever stands beside them. */
export function PortChoice<Other extends string>({
  kiosk,
  says,
  port,
  other,
  others,
  fault,
  pathFault,
  onPort,
  onOther,
}: {
  readonly kiosk: LiveKiosk;
  readonly says: Card<string>['says'];
  readonly port: ChosenPort | undefined;
  /** Which of `others` is chosen, where no port is. */
  readonly other: Other | undefined;
  readonly others: readonly Card<Other>[];
  readonly fault: FaultCode | undefined;
  readonly pathFault: FaultCode | undefined;
  readonly onPort: (port: ChosenPort) => void;
  readonly onOther: (other: Other) => void;
}): JSX.Element {
  const { ports, lookAgain } = usePorts(kiosk);
  const baud = port?.baud ?? bauds[0];
  const choose = (value: string): void => {
    const chosen = others.find((card) => card.value === value);
    if (chosen !== undefined) onOther(chosen.value);
    else if (value === byHand)
      onPort({ kind: 'port', path: '', baud, isTyped: true });
    else
      onPort({
        kind: 'port',
        path: value.slice(portPrefix.length),
        baud,
        isTyped: false,
      });
  };
  return (
    <>
      <Cards<string>
        says={says}
        cards={[
          ...(ports ?? []).map(portCard),
          ...others,
          { value: byHand, says: (w) => w.setup.screen['by-hand'] },
        ]}
        chosen={chosenValue(port) ?? other}
        onChoose={choose}
      />
      {ports?.length === 0 && (
        <p className="setup-hint">
          <Both of={(w) => w.setup.screen['no-ports']} />
        </p>
      )}
      <Fault code={fault} />
      <div className="setup-tools">
        <button type="button" className="setup-tool" onClick={lookAgain}>
          <Both of={(w) => w.setup.screen['look-again']} />
        </button>
      </div>
      {port !== undefined && (
        <div className="setup-pair">
          {port.isTyped && (
            <TextField
              says={(w) => w.setup.screen['port-path']}
              hint={(w) => w.setup.screen['path-hint']}
              value={port.path}
              fault={pathFault}
              onChange={(path) => {
                onPort({ ...port, path });
              }}
            />
          )}
          <label className="setup-field">
            <span className="setup-label">
              <Both of={(w) => w.setup.screen.baud} />
            </span>
            <select
              className="setup-input"
              value={port.baud}
              onChange={(event) => {
                onPort({ ...port, baud: Number(event.target.value) });
              }}
            >
              {bauds.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        </div>
      )}
      {port?.isTyped === false && <Fault code={pathFault} />}
    </>
  );
}

function portCard({ path, label }: FoundPort): Card<string> {
  const name = path.replace(/^\/dev\/serial\/by-id\//, '');
  return {
    value: `${portPrefix}${path}`,
    says: () => label ?? name,
    ...(label !== undefined && { hint: () => name }),
  };
}

function chosenValue(port: ChosenPort | undefined): string | undefined {
  if (port === undefined) return undefined;
  return port.isTyped ? byHand : `${portPrefix}${port.path}`;
}
