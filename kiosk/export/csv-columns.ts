import type { PlainRow } from '#kiosk/archive';
import { words, type Language, type Words } from '#kiosk/contract';
import { utcTime, type LocalTime } from './local-time.ts';
import { plainCell } from './plain-cell.ts';

/** What one row of the file is made of, beside the entry itself. */
export interface RowParts {
  readonly row: PlainRow;
  /** The entry this one is about. */
  readonly refSeq: number | undefined;
  /** Whether chain and columns hold. */
  readonly isAltered: boolean;
  /** SHA-256 of header and sealed hash, lower-case hex. */
  readonly entryHash: string;
}

/** The headings and rows of a file in one language, every cell safe for a table program. */
export interface CsvColumns {
  headings(): readonly string[];
  cells(parts: RowParts): readonly string[];
}

export function createColumns(
  language: Language,
  localTime: LocalTime,
): CsvColumns {
  const said = words[language];
  const columns = columnsIn(said, localTime);
  return {
    headings: () => columns.map(([name]) => plainCell(said.log.columns[name])),
    cells: (parts) => columns.map(([, cell]) => plainCell(cell(parts))),
  };
}

/** Where the language's words end, codes stand for themselves: an older program may have written them. */
function columnsIn(
  said: Words,
  { local }: LocalTime,
): readonly (readonly [
  keyof Words['log']['columns'],
  (parts: RowParts) => string,
])[] {
  const reasons = Object.fromEntries(
    Object.entries(said.reasons).map(([code, { log }]) => [code, log]),
  );
  const causes = {
    ...said.log.causes,
    ...said.allowReasons,
    ...said.refuseReasons,
  };
  return [
    ['seq', ({ row }) => String(row.seq)],
    ['time', ({ row }) => local(row.atMs)],
    ['utc', ({ row }) => utcTime(row.atMs)],
    ['clock', ({ row }) => said.clock[row.timeState].label],
    ['kind', ({ row }) => named(said.log.kinds, row.kind)],
    ['outcome', ({ row }) => outcomeIn(said, row)],
    ['reason', ({ row }) => named(reasons, row.reasons[0])],
    ['codes', ({ row }) => row.reasons.join(' ')],
    ['issuer', ({ row }) => row.issuer ?? ''],
    ['name', ({ row }) => row.maskedName ?? ''],
    ['document', ({ row }) => row.maskedDocument ?? ''],
    [
      'temperatures',
      ({ row }) =>
        row.temperaturesDeci.map((deci) => (deci / 10).toFixed(1)).join(' '),
    ],
    ['action', ({ row }) => named(said.log.actions, row.action)],
    ['because', ({ row }) => named(causes, row.because)],
    ['staff', ({ row }) => row.staff ?? ''],
    ['about', ({ refSeq }) => (refSeq === undefined ? '' : String(refSeq))],
    [
      'check',
      ({ isAltered }) => said.log.screen[isAltered ? 'altered' : 'intact'],
    ],
    ['hash', ({ entryHash }) => entryHash],
  ];
}

function outcomeIn(said: Words, { outcome }: PlainRow): string {
  if (outcome === undefined) return '';
  return outcome === 'none' ? said.log.screen.none : said.outcomes[outcome];
}

function named(
  texts: Readonly<Record<string, string>>,
  code: string | undefined,
): string {
  if (code === undefined) return '';
  return Object.hasOwn(texts, code) ? (texts[code] ?? code) : code;
}
