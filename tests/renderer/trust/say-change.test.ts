import { describe, expect, test } from 'vitest';
import { words, type TrustChange } from '#kiosk/contract';
import { sayChange } from '../../../renderer/trust/say-change.ts';

const liaoning = { nameZh: '辽宁省', nameEn: 'Liaoning' };

const said: readonly (readonly [TrustChange, string, string])[] = [
  [
    { what: 'root', from: 1, to: 2 },
    '根密钥文件由第 1 版换为第 2 版',
    'Root: version 1 is now version 2',
  ],
  [
    { what: 'policy', from: 11, to: 12 },
    '规则由第 11 版换为第 12 版',
    'Policy: version 11 is now version 12',
  ],
  [
    { what: 'issuer-added', ...liaoning },
    '新增签发方：辽宁省',
    'New issuer: Liaoning',
  ],
  [
    { what: 'issuer-removed', ...liaoning },
    '不再列入签发方：辽宁省',
    'No longer an issuer: Liaoning',
  ],
  [
    { what: 'keys', ...liaoning, added: 2, removed: 1 },
    '辽宁省：新增密钥 2 把，移除 1 把',
    'Liaoning: keys added 2, removed 1',
  ],
  [
    { what: 'status', ...liaoning, entries: 12_040 },
    '辽宁省：12,040 个状态有变',
    'Liaoning: statuses changed 12,040',
  ],
  [
    { what: 'killed', kids: 1, ranges: 3 },
    '永久作废：密钥 1 把，状态区段 3 段',
    'Dead for good: keys 1, status ranges 3',
  ],
];

describe('a change of what is believed', () => {
  test.each(said)('is said in both languages: %o', (change, zh, en) => {
    expect(sayChange(change, words.zh, 'zh')).toBe(zh);
    expect(sayChange(change, words.en, 'en')).toBe(en);
  });

  test('is said for every one there is', () => {
    expect(new Set(said.map(([{ what }]) => what))).toEqual(
      new Set(Object.keys(words.zh.trust.changes)),
    );
  });
});
