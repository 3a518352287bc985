import { describe, expect, test } from 'vitest';
import { toExportDraft } from '#core/log';
import { noon } from './example-records.ts';

const exported = {
  id: '01931f00-0000-7000-8000-000000000009',
  at: noon,
  rows: 12,
  sha256: new Uint8Array(32),
  filter: { outcome: 'deny', fromMs: 5 },
  place: 'drive',
  altered: 0,
  deviceKey: new Uint8Array(32),
} as const;

describe('the entry of an export', () => {
  test('says what left the kiosk, where to, and who took it', () => {
    const by = { id: 'staff-1', name: '王芳' };
    expect(toExportDraft({ ...exported, by })).toMatchObject({
      kind: 'export',
      projection: {},
      body: {
        action: 'exported',
        rows: 12,
        filter: { fromMs: 5, outcome: 'deny' },
        place: 'drive',
        staffId: 'staff-1',
        name: '王芳',
      },
    });
  });

  test('names nobody where nobody had to log in', () => {
    expect(Object.keys(toExportDraft(exported).body)).not.toContain('name');
  });
});
