import type { JSX } from 'react';
import { Cards } from './cards.tsx';
import type { ChosenPort } from './draft.ts';
import { Fault } from './fault.tsx';
import { PortChoice } from './port-choice.tsx';
import type { StepParts } from './step.ts';

export function ScannerStep({
  draft: { scanner },
  change,
  faults,
  kiosk,
}: StepParts): JSX.Element {
  return (
    <PortChoice
      kiosk={kiosk}
      says={(w) => w.setup.steps.scanner.title}
      port={scanner?.kind === 'port' ? scanner : undefined}
      other={scanner?.kind === 'keyboard' ? 'keyboard' : undefined}
      others={[
        {
          value: 'keyboard',
          says: (w) => w.setup.screen.keyboard,
          hint: (w) => w.setup.screen['keyboard-hint'],
        },
      ]}
      fault={faults['scanner']}
      pathFault={faults['path']}
      onPort={(port) => {
        change({ scanner: port });
      }}
      onOther={(kind) => {
        change({ scanner: { kind } });
      }}
    />
  );
}

export function ThermometerStep({
  draft: { thermometer },
  change,
  faults,
  kiosk,
}: StepParts): JSX.Element {
  const isPort = thermometer?.kind === 'port';
  const mode = isPort ? thermometer.mode : undefined;
  const setPort = (port: ChosenPort): void => {
    change({ thermometer: { ...port, ...(mode !== undefined && { mode }) } });
  };
  return (
    <>
      <PortChoice
        kiosk={kiosk}
        says={(w) => w.setup.steps.thermometer.title}
        port={isPort ? thermometer : undefined}
        other={thermometer?.kind === 'none' ? 'none' : undefined}
        others={[
          {
            value: 'none',
            says: (w) => w.setup.screen['no-thermometer'],
            hint: (w) => w.setup.screen['typed-by-hand'],
          },
        ]}
        fault={faults['thermometer']}
        pathFault={faults['path']}
        onPort={setPort}
        onOther={(kind) => {
          change({ thermometer: { kind } });
        }}
      />
      {isPort && (
        <>
          <Cards
            says={(w) => w.setup.screen.mode}
            cards={(['surface', 'body'] as const).map((value) => ({
              value,
              says: (w) => w.setup.screen[value],
              hint: (w) => w.setup.screen[`${value}-hint`],
            }))}
            chosen={mode}
            onChoose={(chosen) => {
              change({ thermometer: { ...thermometer, mode: chosen } });
            }}
          />
          <Fault code={faults['mode']} />
        </>
      )}
    </>
  );
}
