import type { LogEntry, LogRow } from '#kiosk/contract';

const secondMs = 1000;
const newestMs = Date.UTC(2026, 10, 22, 4, 2, 41);

/** A morning at the gate, newest first. */
export const logRows: readonly LogRow[] = [
  row(10_425, 4, {
    outcome: 'admit',
    reasons: ['colour-green'],
    issuer: 'LN',
    maskedName: '张*明',
    maskedDocument: '****1234',
    temperaturesDeci: [364],
  }),
  row(10_424, 31, {
    kind: 'guard-action',
    action: 'allow',
    because: 'temperature-normal-by-hand',
    refSeq: 10_423,
  }),
  row(10_423, 58, {
    outcome: 'hold',
    reasons: ['fever', 'stale-trust'],
    issuer: 'SD',
    maskedName: '李*',
    maskedDocument: '****062X',
    temperaturesDeci: [376],
    followUps: [
      {
        seq: 10_424,
        kind: 'guard-action',
        atMs: newestMs - 31 * secondMs,
        action: 'allow',
        because: 'temperature-normal-by-hand',
      },
    ],
  }),
  row(10_422, 75, {
    outcome: 'deny',
    reasons: ['colour-red'],
    issuer: 'GX',
    maskedName: '欧阳**兰',
    maskedDocument: '****4415',
  }),
  row(10_421, 92, { outcome: 'none', reasons: ['not-a-pass'] }),
  row(10_420, 130, {
    kind: 'login',
    action: 'log-in',
    staff: '王敏',
  }),
  row(10_419, 188, {
    outcome: 'admit',
    reasons: ['colour-green'],
    issuer: 'XPCC',
    maskedName: '阿卜杜*****·买买提',
    maskedDocument: '****062X',
    temperaturesDeci: [376, 371, 366],
    isAltered: true,
  }),
  row(10_418, 240, {
    kind: 'shift',
    action: 'start-shift',
    staff: '赵磊',
  }),
  row(10_417, 300, {
    outcome: 'hold',
    reasons: ['unknown-key'],
    timeState: 'doubtful',
  }),
  row(10_416, 360, { kind: 'start' }),
];

/** The denied one, opened. */
export const logEntry: LogEntry = {
  row: logRows[3] ?? row(1, 0, {}),
  id: '019ab000-0000-7000-8000-00000000c422',
  reasons: [{ code: 'colour-red' }],
  facts: [
    { name: 'checkpoint', value: 'LN-SY-0107' },
    { name: 'lane', value: '2' },
    { name: 'direction', value: 'in' },
    { name: 'reader', value: 'scanner-1' },
    { name: 'form', value: 'live' },
    { name: 'kid', value: '9f3c51e2a07b4d18' },
    { name: 'policy-version', value: '41' },
    { name: 'trust-version', value: '41' },
  ],
  entryHash: '6d1f0a93c2'.repeat(7).slice(0, 64),
  chain: 'b84e27d05c'.repeat(7).slice(0, 64),
  isSealed: true,
};

function row(
  seq: number,
  secondsAgo: number,
  differing: Partial<LogRow>,
): LogRow {
  return {
    seq,
    kind: 'scan',
    atMs: newestMs - secondsAgo * secondMs,
    timeState: 'trusted',
    reasons: [],
    temperaturesDeci: [],
    followUps: [],
    ...differing,
  };
}
