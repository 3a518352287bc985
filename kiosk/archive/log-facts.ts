import type { EntryHeader, EntryValue } from '#core/log';
import type { LogEntry, LogFact } from '#kiosk/contract';

/** What a header says beside its row, as texts; what it does not say is left out. */
export function factsOf({ at, body }: EntryHeader): LogEntry['facts'] {
  const said: readonly (readonly [LogFact, EntryValue | undefined])[] = [
    ['checkpoint', body['checkpoint']],
    ['lane', body['lane']],
    ['direction', body['direction']],
    ['source', body['source']],
    ['reader', body['reader']],
    ['form', body['form']],
    ['kid', body['kid']],
    ['persons', body['persons']],
    ['policy-version', body['policyVersion']],
    ['trust-version', body['trustVersion']],
    ['version', body['version']],
    ['rows', body['rows']],
    ['altered', body['altered']],
    ['sha256', body['sha256'] ?? body['fileHash']],
    ['clock-by', body['byMs']],
    ['boot', at.bootId],
  ];
  return said.flatMap(([name, value]) => {
    const text = toText(value);
    return text === undefined ? [] : [{ name, value: text }];
  });
}

function toText(value: EntryValue | undefined): string | undefined {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}
