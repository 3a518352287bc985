import type { JSX } from 'react';
import type { IssuerView, KeyView, Words } from '#kiosk/contract';
import { Icon, type IconName } from '../app/icon.tsx';
import { Both, type Say } from '../language/language.tsx';
import type { ZoneTime } from '../log/zone-time.ts';
import { AxisHead } from './axis-head.tsx';
import { axisOf, type Axis } from './key-axis.ts';
import { KeyBar } from './key-bar.tsx';
import { nameOf } from './say-change.ts';
import { StatusLists } from './status-lists.tsx';
import './issuer-table.css';

/** Whose signatures count, with which keys from when until when, and whose status is known. */
export function IssuerTable({
  issuers,
  nowMs,
  zone,
}: {
  readonly issuers: readonly IssuerView[];
  readonly nowMs: number;
  readonly zone: ZoneTime;
}): JSX.Element {
  const axis = axisOf(issuers, nowMs);
  return (
    <table className="issuers">
      <colgroup>
        <col className="issuers-col-name" />
        <col className="issuers-col-key" />
        <col className="issuers-col-signs" />
        <col className="issuers-col-dates" />
        <col />
        <col className="issuers-col-lists" />
      </colgroup>
      <thead>
        <tr>
          <Head says={(w) => w.trust.screen.issuer} />
          <Head says={(w) => w.trust.screen.keys} />
          <Head says={(w) => w.trust.screen.signs} />
          <Head says={(w) => w.trust.screen.validity} />
          <td>
            <AxisHead axis={axis} nowMs={nowMs} zone={zone} />
          </td>
          <Head says={(w) => w.trust.screen['status-lists']} />
        </tr>
      </thead>
      {issuers.map((issuer) => (
        <tbody key={issuer.id}>
          {rowsOf(issuer).map((key, at) => (
            <tr key={key?.kid ?? ''} data-state={key?.state}>
              {at === 0 && <Name issuer={issuer} />}
              {key === undefined ? (
                <td colSpan={4}>
                  <Both of={(w) => w.trust.screen['no-keys']} />
                </td>
              ) : (
                <KeyCells keyView={key} axis={axis} nowMs={nowMs} zone={zone} />
              )}
              {at === 0 && (
                <td
                  className="issuers-lists"
                  rowSpan={Math.max(1, issuer.keys.length)}
                >
                  <StatusLists lists={issuer.lists} nowMs={nowMs} zone={zone} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** An issuer without keys has a row all the same. */
function rowsOf({ keys }: IssuerView): readonly (KeyView | undefined)[] {
  return keys.length === 0 ? [undefined] : keys;
}

function Head({ says }: { readonly says: Say }): JSX.Element {
  return (
    <th scope="col">
      <Both of={says} />
    </th>
  );
}

function Name({ issuer }: { readonly issuer: IssuerView }): JSX.Element {
  return (
    <th
      scope="rowgroup"
      className="issuers-name"
      rowSpan={Math.max(1, issuer.keys.length)}
    >
      <Both of={(_w, language) => nameOf(issuer, language)} />
      <span className="issuers-id">{issuer.id}</span>
    </th>
  );
}

const shapes: Readonly<Record<KeyView['state'], IconName>> = {
  upcoming: 'clock',
  'in-force': 'check',
  ended: 'empty',
  killed: 'stop',
};

function KeyCells({
  keyView: key,
  axis,
  nowMs,
  zone,
}: {
  readonly keyView: KeyView;
  readonly axis: Axis;
  readonly nowMs: number;
  readonly zone: ZoneTime;
}): JSX.Element {
  return (
    <>
      <td>
        <span className="key-state">
          <Icon name={shapes[key.state]} />
          <Both of={(w) => w.trust.keyStates[key.state]} />
        </span>
        <code className="key-kid">{key.kid}</code>
      </td>
      <td className="key-signs">
        <Both
          of={(w, language) =>
            [key.kinds.map((kind) => w.trust.kinds[kind]), formsOf(key, w)]
              .filter((said) => said.length > 0)
              .map((said) => said.join(language === 'zh' ? '、' : ', '))
              .join(' · ')
          }
        />
      </td>
      <td className="key-dates">
        <time>{zone.field(key.fromMs).slice(0, 10)}</time>
        <time>{zone.field(key.untilMs).slice(0, 10)}</time>
      </td>
      <td className="key-line">
        <KeyBar axis={axis} keyView={key} nowMs={nowMs} />
      </td>
    </>
  );
}

/** Most keys sign every form there is, which takes fewer words. */
function formsOf({ forms }: KeyView, w: Words): readonly string[] {
  const every = Object.keys(w.forms).length;
  return forms.length === every
    ? [w.trust.screen['every-form']]
    : forms.map((form) => w.forms[form]);
}
