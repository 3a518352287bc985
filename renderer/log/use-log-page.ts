import { useEffect, useState } from 'react';
import type { LogFilter, LogRow } from '#kiosk/contract';
import type { LiveKiosk, Reply } from '../connect/connect-kiosk.ts';

/** One page of the log, while it is looked for, found, or refused. */
export type PageState =
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'found';
      readonly rows: readonly LogRow[];
      readonly nextBeforeSeq?: number;
    }
  | {
      readonly kind: 'failed';
      readonly error: Extract<Reply<'log-page'>, { ok: false }>['error'];
    };

/** What is asked for; another object asks again. */
export interface PageAsked {
  readonly filter: LogFilter;
  readonly beforeSeq?: number;
}

const rowsPerPage = 50;
/** A rare combination takes several looks; after so many the page is shown as far as it has come. */
const looks = 20;

/** Asks for a page, and goes on asking while it is not full and older entries may fit. */
export function useLogPage(
  kiosk: LiveKiosk,
  asked: PageAsked,
): { readonly page: PageState; readonly issuers: readonly string[] } {
  const [page, setPage] = useState<PageState>({ kind: 'looking' });
  const [issuers, setIssuers] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      setPage({ kind: 'looking' });
      let rows: readonly LogRow[] = [];
      let beforeSeq = asked.beforeSeq;
      for (let look = 0; look < looks; look += 1) {
        const reply = await kiosk.ask({
          kind: 'log-page',
          filter: asked.filter,
          limit: rowsPerPage - rows.length,
          ...(beforeSeq !== undefined && { beforeSeq }),
        });
        if (!isWanted) return;
        if (!reply.ok) {
          setPage({ kind: 'failed', error: reply.error });
          return;
        }
        rows = [...rows, ...reply.value.rows];
        beforeSeq = reply.value.nextBeforeSeq;
        setIssuers(reply.value.issuers);
        if (beforeSeq === undefined || rows.length >= rowsPerPage) break;
      }
      setPage({
        kind: 'found',
        rows,
        ...(beforeSeq !== undefined && { nextBeforeSeq: beforeSeq }),
      });
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [kiosk, asked]);
  return { page, issuers };
}
