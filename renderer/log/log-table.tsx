import type { JSX } from 'react';
import type { FollowUp, LogRow } from '#kiosk/contract';
import { degrees } from '../gate/degrees.ts';
import { Both, useBothText } from '../language/language.tsx';
import { Mark } from '../verdict/mark.tsx';
import { markOf, sayAction, sayOutcome, sayWhat } from './say-code.ts';
import type { ZoneTime } from './zone-time.ts';
import './log-table.css';

/** Newest first; a row opens its entry. What a guard did later stands beneath the scan it is about. */
export function LogTable({
  rows,
  zone,
  openSeq,
  onOpen,
}: {
  readonly rows: readonly LogRow[];
  readonly zone: ZoneTime;
  /** The entry that is open beside the table. */
  readonly openSeq: number | undefined;
  readonly onOpen: (seq: number) => void;
}): JSX.Element {
  return (
    <table className="log-table">
      <thead>
        <tr>
          {(
            [
              'seq',
              'time',
              'outcome',
              'name',
              'reason',
              'issuer',
              'temperatures',
            ] as const
          ).map((column) => (
            <th key={column} scope="col">
              <Both of={(w) => w.log.columns[column]} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.seq}
            row={row}
            zone={zone}
            isOpen={row.seq === openSeq}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The latest count; the rest is in the entry itself. */
const followUpsShown = 3;

function Row({
  row,
  zone,
  isOpen,
  onOpen,
}: {
  readonly row: LogRow;
  readonly zone: ZoneTime;
  readonly isOpen: boolean;
  readonly onOpen: (seq: number) => void;
}): JSX.Element {
  const bothText = useBothText();
  return (
    <tr className="log-row" data-open={isOpen} data-altered={row.isAltered}>
      <td>
        <button
          type="button"
          className="log-open"
          aria-label={`${bothText((w) => w.log.screen.details)} ${String(row.seq)}`}
          onClick={() => {
            onOpen(row.seq);
          }}
        >
          {row.seq}
        </button>
        {row.isAltered === true && (
          <span className="log-altered">
            <Both of={(w) => w.log.screen.altered} />
          </span>
        )}
      </td>
      <td>
        <span className="log-time">{zone.time(row.atMs)}</span>
        <span className="log-quiet">{zone.day(row.atMs)}</span>
        {(row.timeState === 'doubtful' || row.timeState === 'unknown') && (
          <span className="log-quiet">
            <Both of={(w) => w.log.screen['time-doubtful']} />
          </span>
        )}
      </td>
      <td>
        <Outcome row={row} />
      </td>
      <td>
        <span className="log-name">{row.maskedName ?? row.staff ?? ''}</span>
        {row.maskedDocument !== undefined && (
          <span className="log-quiet">{row.maskedDocument}</span>
        )}
      </td>
      <td>
        <Both of={(w) => sayWhat(w, row)} />
        {row.refSeq !== undefined && (
          <span className="log-follow">
            <span aria-hidden="true">↰</span>
            <Both of={(w) => `${w.log.screen.about} ${String(row.refSeq)}`} />
          </span>
        )}
        {row.followUps.slice(-followUpsShown).map((followUp) => (
          <FollowUpLine key={followUp.seq} followUp={followUp} zone={zone} />
        ))}
      </td>
      <td>{row.issuer ?? ''}</td>
      <td className="log-degrees">
        {row.temperaturesDeci.map(degrees).join(' → ')}
      </td>
    </tr>
  );
}

function Outcome({ row }: { readonly row: LogRow }): JSX.Element {
  const { outcome, kind } = row;
  if (outcome === undefined)
    return (
      <span className="log-kind">
        <Both of={(w) => w.log.kinds[kind]} />
      </span>
    );
  return (
    <span className="log-outcome" data-kind={markOf(outcome)}>
      <Mark kind={markOf(outcome)} isSmall />
      <Both of={(w) => sayOutcome(w, outcome)} />
    </span>
  );
}

function FollowUpLine({
  followUp,
  zone,
}: {
  readonly followUp: FollowUp;
  readonly zone: ZoneTime;
}): JSX.Element {
  const { atMs, outcome } = followUp;
  return (
    <span className="log-follow">
      <span aria-hidden="true">↳</span>
      <Both
        of={(w) =>
          outcome === undefined
            ? sayAction(w, followUp)
            : `${w.log.actions['measure-again']} · ${sayOutcome(w, outcome)}`
        }
      />
      <span className="log-quiet">{zone.time(atMs)}</span>
    </span>
  );
}
