import type { BundlePlace, QueryValues } from '#kiosk/contract';
import { logEntry, logRows } from './log-rows.ts';
import { fewIssuers, trustView } from './trust-view.ts';

/** A stick that has been carried about for ten days, and what was copied by hand before. */
const bundlePlaces: readonly BundlePlace[] = [
  ...Array.from({ length: 9 }, (_, at): BundlePlace => {
    const modifiedMs = Date.UTC(2026, 10, 22 - at, 1, 10 + at);
    const day = new Date(modifiedMs).toISOString().slice(0, 10);
    return {
      id: `drive-${String(at)}`,
      path: `/media/KINGSTON/HPBUNDLE/liaoning-${day}.hpb`,
      kind: 'drive',
      bytes: 2_436_112 - at * 4096,
      modifiedMs,
    };
  }),
  {
    id: 'data',
    path: '/var/lib/postern/bundles/bundle.hpb',
    kind: 'data-folder',
    bytes: 2_102_944,
    modifiedMs: Date.UTC(2026, 9, 30, 8, 2),
  },
];

/** What a kiosk of the gallery answers; it has no answer to the rest. */
export const answers: Partial<QueryValues> = {
  staff: [
    {
      id: '019ab000-0000-7000-8000-0000000000a1',
      name: '王敏',
      role: 'supervisor',
      hasBadge: false,
    },
    {
      id: '019ab000-0000-7000-8000-0000000000a2',
      name: '刘强',
      role: 'maintainer',
      hasBadge: false,
      lock: { kind: 'for-a-while', leftMs: 240_000 },
    },
    {
      id: '019ab000-0000-7000-8000-0000000000a3',
      name: '陈静',
      role: 'auditor',
      hasBadge: false,
    },
    {
      id: '019ab000-0000-7000-8000-0000000000a4',
      name: '赵磊',
      role: 'guard',
      hasBadge: true,
    },
    {
      id: '019ab000-0000-7000-8000-0000000000a5',
      name: '阿依古丽·买买提',
      role: 'guard',
      hasBadge: true,
    },
  ],
  'recovery-challenge': {
    challenge: 'K7QF-2M9X',
    checkpointId: 'LN-SY-0107',
  },
  ports: [
    {
      path: '/dev/serial/by-id/usb-Honeywell_1900-if00',
      label: 'Honeywell 1900',
    },
    { path: '/dev/ttyUSB1' },
  ],
  'inspect-bundle': {
    kind: 'good',
    root: {
      name: '辽宁省疾病预防控制中心',
      version: 1,
      threshold: 2,
      keys: 3,
      fingerprint:
        '3f1c 9a02 77de 4b10 c6a8 51e4 0d9f 2b63 8e47 a1d5 60fb 9c38 72e0 14cd b95a 3f86',
    },
    rung: 'normal',
    version: 41,
    signedAtMs: Date.UTC(2026, 10, 22, 1, 0),
    issuers: [
      { nameZh: '辽宁省', nameEn: 'Liaoning' },
      { nameZh: '山东省', nameEn: 'Shandong' },
      { nameZh: '国家平台', nameEn: 'National platform' },
    ],
    region: '210100',
  },
  'export-places': [
    {
      id: 'data',
      path: '/var/lib/postern/exports',
      kind: 'data-folder',
      freeBytes: 48_318_382_080,
    },
    {
      id: 'drive-1',
      path: '/media/KINGSTON',
      kind: 'drive',
      freeBytes: 7_516_192_768,
    },
  ],
  trust: trustView(3 * 3_600_000, 'normal', fewIssuers),
  'bundle-places': bundlePlaces,
  'log-entry': { entry: logEntry },
  'check-pin': 'good',
  'log-page': {
    rows: logRows,
    nextBeforeSeq: 10_416,
    issuers: ['LN', 'SD', 'GX'],
  },
};
