import type { JSX } from 'react';
import type { SiteType } from '#kiosk/contract';
import { Both } from '../language/language.tsx';
import { Cards } from './cards.tsx';
import { Fault } from './fault.tsx';
import type { StepParts } from './step.ts';
import { TextField } from './text-field.tsx';

const siteTypes: readonly SiteType[] = [
  'station',
  'airport',
  'port',
  'road',
  'estate',
  'market',
  'school',
  'factory',
  'hospital',
  'care-home',
  'welfare',
  'custody',
];

export function SiteTypeStep({
  draft,
  change,
  faults,
}: StepParts): JSX.Element {
  return (
    <>
      <Cards
        says={(w) => w.setup.steps['site-type'].title}
        columns={4}
        cards={siteTypes.map((value) => ({
          value,
          says: (w) => w.setup.siteTypes[value],
        }))}
        chosen={draft.siteType}
        onChoose={(siteType) => {
          change({ siteType });
        }}
      />
      <Fault code={faults['siteType']} />
    </>
  );
}

export function PlaceStep({ draft, change, faults }: StepParts): JSX.Element {
  return (
    <>
      <TextField
        says={(w) => w.setup.screen['name-zh']}
        lang="zh-Hans"
        value={draft.nameZh}
        fault={faults['nameZh']}
        onChange={(nameZh) => {
          change({ nameZh });
        }}
      />
      <TextField
        says={(w) => w.setup.screen['name-en']}
        lang="en"
        value={draft.nameEn}
        fault={faults['nameEn']}
        onChange={(nameEn) => {
          change({ nameEn });
        }}
      />
      <TextField
        says={(w) => w.setup.screen['checkpoint-id']}
        hint={(w) => w.setup.screen['id-hint']}
        maxLength={32}
        value={draft.id}
        fault={faults['id']}
        onChange={(id) => {
          change({ id });
        }}
      />
    </>
  );
}

export function LaneStep({ draft, change, faults }: StepParts): JSX.Element {
  return (
    <>
      <Cards
        says={(w) => w.setup.screen.direction}
        cards={(['in', 'out'] as const).map((value) => ({
          value,
          says: (w) => w.directions[value],
        }))}
        chosen={draft.direction}
        onChoose={(direction) => {
          change({ direction });
        }}
      />
      <Fault code={faults['direction']} />
      <div className="setup-pair">
        <TextField
          says={(w) => w.setup.screen['lane-name']}
          value={draft.lane}
          fault={faults['lane']}
          onChange={(lane) => {
            change({ lane });
          }}
        />
        <label className="setup-field">
          <span className="setup-label">
            <Both of={(w) => w.setup.screen['time-zone']} />
          </span>
          <select
            className="setup-input"
            value={draft.timeZone}
            onChange={(event) => {
              change({ timeZone: event.target.value });
            }}
          >
            {timeZones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

/** Those of the country first, then whatever this machine is set to. */
const timeZones: readonly string[] = [
  ...new Set([
    'Asia/Shanghai',
    'Asia/Urumqi',
    'Asia/Hong_Kong',
    'Asia/Macau',
    Intl.DateTimeFormat().resolvedOptions().timeZone,
  ]),
];
