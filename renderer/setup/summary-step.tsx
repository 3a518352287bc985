import type { JSX } from 'react';
import { fill, type SetupStep, type Words } from '#kiosk/contract';
import { Both, useLanguage } from '../language/language.tsx';
import { apart } from '../language/apart.ts';
import type { Draft } from './draft.ts';
import { Said } from './said.tsx';
import type { StepParts } from './step.ts';

/** Everything that is about to be written, each with the way back to where it was chosen. */
export function SummaryStep({
  draft,
  goTo,
}: StepParts & { readonly goTo: (step: SetupStep) => void }): JSX.Element {
  const { language } = useLanguage();
  const rows: readonly (readonly [SetupStep, (words: Words) => string])[] = [
    ['language', () => (language === 'zh' ? '中文' : 'English')],
    [
      'site-type',
      (w) =>
        draft.siteType === undefined ? '' : w.setup.siteTypes[draft.siteType],
    ],
    ['place', () => [draft.nameZh, draft.nameEn, draft.id].join(apart)],
    ['lane', (w) => laneOf(draft, w)],
    ['bundle', (w) => bundleOf(draft, w)],
    ['supervisor', () => draft.supervisorName],
    ['passphrase', (w) => w.setup.screen.kept],
    ['scanner', (w) => deviceOf(draft.scanner, w)],
    ['thermometer', (w) => deviceOf(draft.thermometer, w)],
  ];
  return (
    <dl className="setup-summary">
      {rows.map(([step, says]) => (
        <div key={step} className="setup-summary-row">
          <dt>
            <Both of={(w) => w.setup.steps[step].title} />
          </dt>
          <dd>
            <Said of={says} />
          </dd>
          <dd>
            <button
              type="button"
              className="setup-tool"
              onClick={() => {
                goTo(step);
              }}
            >
              <Both of={(w) => w.setup.screen.edit} />
              <span className="unseen">
                <Both of={(w) => w.setup.steps[step].title} />
              </span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function laneOf({ lane, direction, timeZone }: Draft, words: Words): string {
  return [
    fill(words.screen.lane, { n: lane }),
    direction === undefined ? '' : words.directions[direction],
    timeZone,
  ].join(apart);
}

function bundleOf({ inspection }: Draft, { setup: { screen } }: Words): string {
  if (inspection?.kind !== 'good') return '';
  const { root, version } = inspection;
  return [root.name, `${screen.version} ${String(version)}`].join(apart);
}

function deviceOf(
  device: Draft['scanner'] | Draft['thermometer'],
  { setup: { screen } }: Words,
): string {
  if (device?.kind === 'port')
    return [device.path, String(device.baud)].join(apart);
  return device?.kind === 'keyboard' ? screen.keyboard : screen.none;
}
