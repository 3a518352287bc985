import { useRef, useState, type JSX } from 'react';
import type { LogFilter, Snapshot } from '#kiosk/contract';
import { useRefusal } from '../app/use-refusal.ts';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import { Both } from '../language/language.tsx';
import { ChainProof } from './chain-proof.tsx';
import { LogButton } from './log-button.tsx';
import { LogProof } from './log-proof.tsx';
import { refusalText } from './say-code.ts';
import { EntryPanel } from './entry-panel.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { firstChoice, toFilter, type FilterChoice } from './filter-choice.ts';
import { LogTable } from './log-table.tsx';
import { useLogPage, type PageState } from './use-log-page.ts';
import { useNewestJob } from '../jobs/use-newest-job.ts';
import { createZoneTime, type ZoneTime } from './zone-time.ts';
import './log-screen.css';

/** The log as a supervisor reads, proves and exports it; an auditor proves it and reads nothing. */
export function LogScreen(shown: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
}): JSX.Element {
  const { session } = shown.snapshot;
  return session.kind === 'staff' && session.role === 'auditor' ? (
    <LogProof {...shown} />
  ) : (
    <LogReading {...shown} />
  );
}

function LogReading({
  snapshot,
  kiosk,
}: {
  readonly snapshot: Snapshot;
  readonly kiosk: LiveKiosk;
}): JSX.Element {
  const zone = useZone(snapshot.checkpoint.timeZone);
  const nowMs = snapshot.clock.atMs;
  const { choice, filter, keys, choose, older, newer } = useNarrowed(
    zone,
    nowMs,
  );
  const { page, issuers } = useLogPage(kiosk, keys.asked);
  const { send, refusal } = useRefusal(kiosk);
  const [openSeq, setOpenSeq] = useState<number>();
  const [isExporting, setExporting] = useState(false);
  const exporting = useNewestJob(snapshot, 'export-log');
  const top = useRef<HTMLDivElement>(null);
  const toTop = (): void => {
    top.current?.scrollIntoView();
  };
  return (
    <section className="log">
      <h1 className="unseen">
        <Both of={(w) => w.log.screen.log} />
      </h1>
      <div className="log-head">
        <FilterBar choice={choice} issuers={issuers} onChange={choose} />
        <div className="log-actions">
          <LogButton
            says={(w) => w.log.screen.reload}
            onPress={() => {
              choose(choice);
            }}
          />
          <LogButton
            says={(w) => w.log.screen.verify}
            onPress={() => {
              send({ kind: 'verify-chain' });
            }}
          />
          <LogButton
            says={(w) => w.log.screen.export}
            weight="primary"
            onPress={() => {
              setExporting(true);
            }}
          />
        </div>
      </div>
      {refusal !== undefined && (
        <p className="log-warning" role="alert">
          <Both of={(w) => refusalText(w, refusal)} />
        </p>
      )}
      <ChainProof
        snapshot={snapshot}
        onCancel={(jobId) => {
          send({ kind: 'cancel-job', jobId });
        }}
      />
      <div className="log-middle" ref={top}>
        <Page
          page={page}
          zone={zone}
          openSeq={openSeq}
          onOpen={setOpenSeq}
          onReload={() => {
            choose(choice);
          }}
          onClear={() => {
            choose({ ...firstChoice, when: 'any-time', kind: '' });
          }}
        />
        {openSeq !== undefined && (
          <EntryPanel
            kiosk={kiosk}
            seq={openSeq}
            zone={zone}
            onOpen={setOpenSeq}
            onClose={() => {
              setOpenSeq(undefined);
            }}
          />
        )}
      </div>
      <div className="log-pages">
        <LogButton
          says={(w) => w.log.screen.newer}
          isDisabled={keys.newer.length === 0}
          onPress={() => {
            newer();
            toTop();
          }}
        />
        <LogButton
          says={(w) => w.log.screen.older}
          isDisabled={page.kind !== 'found' || page.nextBeforeSeq === undefined}
          onPress={() => {
            if (page.kind === 'found') older(page.nextBeforeSeq);
            toTop();
          }}
        />
      </div>
      {isExporting && (
        <ExportDialog
          job={exporting.job}
          kiosk={kiosk}
          filter={filter}
          send={send}
          onAgain={exporting.forget}
          onClose={() => {
            if (exporting.job?.state.kind !== 'running') exporting.forget();
            setExporting(false);
          }}
        />
      )}
    </section>
  );
}

function Page({
  page,
  zone,
  openSeq,
  onOpen,
  onReload,
  onClear,
}: {
  readonly page: PageState;
  readonly zone: ZoneTime;
  readonly openSeq: number | undefined;
  readonly onOpen: (seq: number) => void;
  readonly onReload: () => void;
  readonly onClear: () => void;
}): JSX.Element {
  switch (page.kind) {
    case 'looking':
      return (
        <p className="log-nothing" role="status">
          <Both of={(w) => w.log.screen.searching} />
        </p>
      );
    case 'failed':
      return (
        <div className="log-nothing" role="alert">
          <Both of={(w) => w.log.screen.failed} />
          <span className="log-quiet">
            <Both of={(w) => refusalText(w, page.error)} />
          </span>
          <LogButton
            says={(w) => w.log.screen['try-again']}
            onPress={onReload}
          />
        </div>
      );
    case 'found':
      return page.rows.length === 0 ? (
        <div className="log-nothing" role="status">
          <Both of={(w) => w.log.screen.empty} />
          <span className="log-quiet">
            <Both of={(w) => w.log.screen['empty-way-back']} />
          </span>
          <LogButton says={(w) => w.log.screen.clear} onPress={onClear} />
        </div>
      ) : (
        <LogTable
          rows={page.rows}
          zone={zone}
          openSeq={openSeq}
          onOpen={onOpen}
        />
      );
  }
}

interface Keys {
  /** What the present page was asked with. */
  readonly asked: { readonly filter: LogFilter; readonly beforeSeq?: number };
  /** The keys of the newer pages, the newest first. */
  readonly newer: readonly (number | undefined)[];
}

/** What narrows the log and which page of it is open; another choice begins with the newest page. */
function useNarrowed(zone: ZoneTime, nowMs: number) {
  const [choice, setChoice] = useState(firstChoice);
  const [keys, setKeys] = useState<Keys>(() => ({
    asked: { filter: toFilter(firstChoice, nowMs, zone) },
    newer: [],
  }));
  const { filter, beforeSeq } = keys.asked;
  return {
    choice,
    filter,
    keys,
    choose: (chosen: FilterChoice): void => {
      const next = withMoments(chosen, nowMs, zone);
      setChoice(next);
      setKeys({ asked: { filter: toFilter(next, nowMs, zone) }, newer: [] });
    },
    older: (nextBeforeSeq: number | undefined): void => {
      if (nextBeforeSeq === undefined) return;
      setKeys({
        asked: { filter, beforeSeq: nextBeforeSeq },
        newer: [...keys.newer, beforeSeq],
      });
    },
    newer: (): void => {
      const before = keys.newer.at(-1);
      setKeys({
        asked: { filter, ...(before !== undefined && { beforeSeq: before }) },
        newer: keys.newer.slice(0, -1),
      });
    },
  };
}

/** An interval of one's own begins as today so far, to be moved from there. */
function withMoments(
  choice: FilterChoice,
  nowMs: number,
  zone: ZoneTime,
): FilterChoice {
  if (choice.when !== 'custom' || choice.from !== '' || choice.until !== '')
    return choice;
  return {
    ...choice,
    from: zone.field(zone.startOfDay(nowMs)),
    until: zone.field(nowMs + 60_000),
  };
}

function useZone(timeZone: string): ZoneTime {
  const [zone] = useState(() => createZoneTime(timeZone));
  return zone;
}
