import { useEffect, useState, type JSX, type ReactNode } from 'react';
import type { LogEntry } from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { useKeys } from '../app/use-keys.ts';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { degrees } from '../gate/degrees.ts';
import { Both, useBothText, type Say } from '../language/language.tsx';
import { sayAction, sayOutcome, sayReason } from './say-code.ts';
import type { ZoneTime } from './zone-time.ts';

/** All that one entry says in the clear, beside the table. */
export function EntryPanel({
  kiosk,
  seq,
  zone,
  onOpen,
  onClose,
}: {
  readonly kiosk: LiveKiosk;
  readonly seq: number;
  readonly zone: ZoneTime;
  readonly onOpen: (seq: number) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const bothText = useBothText();
  const entry = useEntry(kiosk, seq);
  useKeys({ Escape: onClose });
  return (
    <aside
      className="log-entry"
      aria-label={`${bothText((w) => w.log.screen.details)} ${String(seq)}`}
    >
      <div className="log-entry-head">
        <h2 className="log-entry-title">
          <Both of={(w) => `${w.log.screen.details} ${String(seq)}`} />
        </h2>
        <button
          type="button"
          className="log-close"
          aria-label={bothText((w) => w.log.screen.close)}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </div>
      {entry !== undefined && (
        <Entry entry={entry} zone={zone} onOpen={onOpen} />
      )}
    </aside>
  );
}

/** Asks again for each entry; until it is there nothing of another is shown. */
function useEntry(kiosk: LiveKiosk, seq: number): LogEntry | undefined {
  const [entry, setEntry] = useState<LogEntry>();
  useEffect(() => {
    let isWanted = true;
    void kiosk.ask({ kind: 'log-entry', seq }).then((reply) => {
      if (isWanted && reply.ok) setEntry(reply.value.entry);
    });
    return () => {
      isWanted = false;
    };
  }, [kiosk, seq]);
  return entry?.row.seq === seq ? entry : undefined;
}

function Entry({
  entry,
  zone,
  onOpen,
}: {
  readonly entry: LogEntry;
  readonly zone: ZoneTime;
  readonly onOpen: (seq: number) => void;
}): JSX.Element {
  const bothText = useBothText();
  const { row, reasons, facts, isSealed, entryHash, chain } = entry;
  const { outcome, refSeq } = row;
  return (
    <div
      className="log-entry-body"
      role="group"
      aria-label={bothText((w) => w.log.screen.details)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keys must reach it
      tabIndex={0}
    >
      {row.isAltered === true && (
        <p className="log-warning">
          <Both of={(w) => w.log.screen['altered-entry']} />
        </p>
      )}
      <dl className="log-facts">
        <Fact says={(w) => w.log.columns.kind}>
          <Both of={(w) => w.log.kinds[row.kind]} />
        </Fact>
        <Fact says={(w) => w.log.columns.time}>
          {zone.field(row.atMs).slice(0, 10)} {zone.time(row.atMs)}
        </Fact>
        <Fact says={(w) => w.log.columns.clock}>
          <Both of={(w) => w.clock[row.timeState].label} />
        </Fact>
        {outcome !== undefined && (
          <Fact says={(w) => w.log.columns.outcome}>
            <Both of={(w) => sayOutcome(w, outcome)} />
          </Fact>
        )}
        {reasons.map(({ code, detail }) => (
          <Fact key={code} says={(w) => w.log.columns.reason}>
            <Both of={(w) => sayReason(w, code)} />
            <span className="log-code">
              {detail === undefined ? code : `${code} · ${detail}`}
            </span>
          </Fact>
        ))}
        {row.action !== undefined && (
          <Fact says={(w) => w.log.columns.action}>
            <Both of={(w) => sayAction(w, row)} />
          </Fact>
        )}
        {row.staff !== undefined && (
          <Fact says={(w) => w.log.columns.staff}>{row.staff}</Fact>
        )}
        {row.maskedName !== undefined && (
          <Fact says={(w) => w.log.columns.name}>{row.maskedName}</Fact>
        )}
        {row.maskedDocument !== undefined && (
          <Fact says={(w) => w.log.columns.document}>{row.maskedDocument}</Fact>
        )}
        {row.issuer !== undefined && (
          <Fact says={(w) => w.log.columns.issuer}>{row.issuer}</Fact>
        )}
        {row.temperaturesDeci.length > 0 && (
          <Fact says={(w) => w.log.columns.temperatures}>
            {row.temperaturesDeci.map(degrees).join(' → ')}
          </Fact>
        )}
        {facts.map(({ name, value }) => (
          <Fact key={name} says={(w) => w.log.facts[name]}>
            <span className="log-value">{value}</span>
          </Fact>
        ))}
        <Fact says={(w) => w.log.screen['entry-hash']}>
          <code className="log-hash">{entryHash}</code>
        </Fact>
        <Fact says={(w) => w.log.screen.chain}>
          <code className="log-hash">{chain}</code>
        </Fact>
      </dl>
      <p className="log-quiet">
        <Both of={(w) => w.log.screen[isSealed ? 'sealed' : 'not-sealed']} />
      </p>
      {refSeq !== undefined && (
        <Linked
          says={(w) => `${w.log.screen.about} ${String(refSeq)}`}
          onPress={() => {
            onOpen(refSeq);
          }}
        />
      )}
      {row.followUps.map((followUp) => (
        <Linked
          key={followUp.seq}
          says={(w) =>
            `${w.log.screen.linked} ${String(followUp.seq)} · ${sayAction(w, followUp)}`
          }
          onPress={() => {
            onOpen(followUp.seq);
          }}
        />
      ))}
    </div>
  );
}

function Fact({
  says,
  children,
}: {
  readonly says: Say;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className="log-fact">
      <dt>
        <Both of={says} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Linked({
  says,
  onPress,
}: {
  readonly says: Say;
  readonly onPress: () => void;
}): JSX.Element {
  return (
    <button type="button" className="log-button" onClick={onPress}>
      <Both of={says} />
    </button>
  );
}
