import {
  columnsOf,
  isBody,
  readHeader,
  type Entry,
  type EntryBody,
  type EntryHeader,
  type EntryValue,
} from '#core/log';
import type { LogRow } from '#kiosk/contract';

/** A row without what only a look at other entries tells. */
export type PlainRow = Omit<LogRow, 'refSeq' | 'followUps'>;

/** What an entry says, read from the header that the chain covers and never from its columns alone. */
export function toPlainRow(entry: Entry): PlainRow {
  const read = readHeader(entry.header);
  return read.ok ? rowOf(entry, read.value) : unreadable(entry);
}

/** Of a header that cannot be read only where it stood is believed, and shown as altered. */
function unreadable({ seq, kind, columns }: Entry): PlainRow {
  return {
    seq,
    kind,
    atMs: columns.atMs,
    timeState: 'unknown',
    reasons: [],
    temperaturesDeci: [],
    isAltered: true,
  };
}

function rowOf(entry: Entry, header: EntryHeader): PlainRow {
  const { body, kind, at } = header;
  const { outcome, issuer, maskedName, maskedDocument } = columnsOf(header);
  const action = actionOf(body);
  const because = textOf(body['because'] ?? body['refusal']);
  const staff = textOf(body['name']);
  return {
    seq: entry.seq,
    kind,
    atMs: at.atMs,
    timeState: at.state,
    ...(outcome !== undefined && { outcome }),
    reasons: reasonsOf(body).map(({ code }) => code),
    ...(issuer !== undefined && { issuer }),
    ...(maskedName !== undefined && { maskedName }),
    ...(maskedDocument !== undefined && { maskedDocument }),
    ...(action !== undefined && { action }),
    ...(because !== undefined && { because }),
    ...(staff !== undefined && { staff }),
    temperaturesDeci: temperaturesOf(body),
    ...(!repeats(entry, header) && { isAltered: true }),
  };
}

/** Every reason with its detail, the deciding one first. */
export function reasonsOf(
  body: EntryBody,
): readonly { readonly code: string; readonly detail?: string }[] {
  return bodiesIn(body['reasons']).flatMap((reason) => {
    const code = textOf(reason['code']);
    const detail = textOf(reason['detail']);
    if (code === undefined) return [];
    return [{ code, ...(detail !== undefined && { detail }) }];
  });
}

/** What was done, in one closed code; entries of the host have none of their own and are told by what they say. */
function actionOf(body: EntryBody): string | undefined {
  const { action, matches, applied, what, finding } = body;
  if (action === 'id-compared')
    return matches === true ? 'id-matches' : 'id-differs';
  if (what === 'freshness-token') return 'confirmed';
  if (applied !== undefined) return applied === true ? 'applied' : 'refused';
  return textOf(action) ?? textOf(finding);
}

/** Hundredths as recorded to tenths as read, rounded half up. */
function temperaturesOf(body: EntryBody): readonly number[] {
  return bodiesIn(body['readings']).flatMap(({ estimate }) =>
    typeof estimate === 'number' ? [Math.floor((estimate + 5) / 10)] : [],
  );
}

/** Whether every column beside the header repeats what it says. */
function repeats(entry: Entry, header: EntryHeader): boolean {
  const said = Object.entries(columnsOf(header));
  const stored = new Map<string, unknown>(Object.entries(entry.columns));
  return (
    header.seq === entry.seq &&
    header.id === entry.id &&
    header.kind === entry.kind &&
    header.ref === entry.ref &&
    said.length === stored.size &&
    said.every(([name, value]) => stored.get(name) === value)
  );
}

function bodiesIn(value: EntryValue | undefined): readonly EntryBody[] {
  // Array.isArray loses the element type; the elements of an EntryValue are EntryValues.
  return Array.isArray(value) ? (value as EntryValue[]).filter(isBody) : [];
}

function textOf(value: EntryValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
