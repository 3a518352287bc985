import type { JSX } from 'react';
import type { Resolution, Words } from '#kiosk/contract';
import { Both, type Say } from '../language/language.tsx';
import { ActionButton } from './action-button.tsx';
import type { View } from './view.ts';
import './hold-choices.css';

/** Where the guard is: at the buttons, or at one of the second taps. */
export type HoldStep = 'choose' | 'allow' | 'refuse' | 'compare';

interface Choosing {
  readonly view: View<'hold'>;
  readonly onStep: (step: HoldStep) => void;
  readonly onResolve: (resolution: Resolution) => void;
}

/** The row of buttons, or the list behind the one that was pressed. */
export function HoldChoices({
  step,
  ...choosing
}: Choosing & { readonly step: HoldStep }): JSX.Element {
  switch (step) {
    case 'choose':
      return <Buttons {...choosing} />;
    case 'allow':
      return (
        <SecondTap
          title={(w) => w.screen['why-allow']}
          options={choosing.view.allowReasons.map((because) => ({
            id: because,
            says: (w) => w.allowReasons[because],
            resolution: { kind: 'allow', because },
          }))}
          {...choosing}
        />
      );
    case 'refuse':
      return (
        <SecondTap
          title={(w) => w.screen['why-refuse']}
          options={choosing.view.refuseReasons.map((because) => ({
            id: because,
            says: (w) => w.refuseReasons[because],
            resolution: { kind: 'refuse', because },
          }))}
          {...choosing}
        />
      );
    case 'compare':
      return (
        <SecondTap
          title={(w) => w.screen['does-id-match']}
          options={[
            {
              id: 'matches',
              says: (w) => w.screen['id-matches'],
              resolution: { kind: 'id-compared', matches: true },
            },
            {
              id: 'differs',
              says: (w) => w.screen['id-differs'],
              resolution: { kind: 'id-compared', matches: false },
            },
          ]}
          {...choosing}
        />
      );
  }
}

/** What only asks for more stands left, what ends the hold stands right. */
function Buttons({
  view: { choices },
  onStep,
  onResolve,
}: Choosing): JSX.Element {
  return (
    <div className="hold-buttons">
      {choices.includes('id-compared') && (
        <ActionButton
          weight="secondary"
          says={says('id-compared')}
          shortcut="F4"
          onPress={() => {
            onStep('compare');
          }}
        />
      )}
      {choices.includes('measure-again') && (
        <ActionButton
          weight="secondary"
          says={says('measure-again')}
          shortcut="F5"
          onPress={() => {
            onResolve({ kind: 'measure-again' });
          }}
        />
      )}
      {choices.includes('allow') && (
        <ActionButton
          says={says('allow')}
          shortcut="F2"
          onPress={() => {
            onStep('allow');
          }}
        />
      )}
      {choices.includes('refuse') && (
        <ActionButton
          says={says('refuse')}
          shortcut="F3"
          onPress={() => {
            onStep('refuse');
          }}
        />
      )}
    </div>
  );
}

function SecondTap({
  title,
  options,
  onStep,
  onResolve,
}: Choosing & {
  readonly title: Say;
  readonly options: readonly {
    readonly id: string;
    readonly says: Say;
    readonly resolution: Resolution;
  }[];
}): JSX.Element {
  return (
    <div className="hold-second">
      <h2 className="hold-title">
        <Both of={title} />
      </h2>
      <div className="hold-options">
        {options.map((option, place) => (
          <ActionButton
            key={option.id}
            says={option.says}
            hasFocus={place === 0}
            onPress={() => {
              onResolve(option.resolution);
            }}
          />
        ))}
        <ActionButton
          weight="secondary"
          says={(w) => w.screen.back}
          shortcut="Esc"
          onPress={() => {
            onStep('choose');
          }}
        />
      </div>
    </div>
  );
}

function says(kind: keyof Words['resolutions']): Say {
  return (w) => w.resolutions[kind];
}
