import { describe, expect, test } from 'vitest';
import { words, type TrustChange } from '#kiosk/contract';
import { sayChange } from '../../../renderer/trust/say-change.ts';

const liaoning = { nameZh: '辽宁省', nameEn: 'Liaoning' };

const said: readonly (readonly [TrustChange, string, string])[] = [
  [
    { what: 'root', from: 1, to: 2 },
    '根由第 1 版换为第 2 版',
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
    '辽宁省：其他状态变动 12,040 个',
    'Liaoning: other statuses changed 12,040',
  ],
  [
    { what: 'revoked', ...liaoning, entries: 1204 },
    '辽宁省：吊销 1,204 个',
    'Liaoning: newly revoked 1,204',
  ],
  [
    { what: 'killed-keys', issuer: liaoning, count: 1 },
    '辽宁省：1 把密钥永久作废',
    'Liaoning: keys dead for good 1',
  ],
  [
    { what: 'killed-keys', count: 2 },
    '未列入的签发方：2 把密钥永久作废',
    'Issuers not listed: keys dead for good 2',
  ],
  [
    { what: 'killed-ranges', issuer: liaoning, count: 3 },
    '辽宁省：3 段状态区段永久作废',
    'Liaoning: status ranges dead for good 3',
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
