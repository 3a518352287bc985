import type { ChainFault } from '#core/log';

/** One thing that does not hold of an export, or of the log it came from. */
export type Finding =
  /** The bytes are not those that were signed. */
  | { readonly kind: 'file-changed' }
  /** From this line on no table program would read it either. */
  | { readonly kind: 'not-csv'; readonly line: number }
  /** `seq` 0 is the row of headings. */
  | {
      readonly kind: 'row-changed';
      readonly line: number;
      readonly seq: number;
    }
  | { readonly kind: 'row-moved'; readonly line: number; readonly seq: number }
  | { readonly kind: 'row-added'; readonly line: number; readonly seq?: number }
  | { readonly kind: 'row-missing'; readonly seq: number }
  /** The kiosk itself found and signed it when it made the file. */
  | { readonly kind: 'altered-before'; readonly seq: number }
  /** Those beyond the ones that are listed. */
  | { readonly kind: 'altered-before-too'; readonly count: number }
  | { readonly kind: 'other-key'; readonly than: 'given' | 'of-log' }
  | {
      readonly kind: 'log-altered';
      readonly seq: number;
      readonly fault: ChainFault;
    }
  /** The exported entry is no longer what was exported. */
  | { readonly kind: 'entry-differs'; readonly seq: number }
  /** The chain was written anew up to there. */
  | { readonly kind: 'chain-differs'; readonly seq: number }
  /** No entry of the log says that this file was exported. */
  | { readonly kind: 'not-recorded' };

/** In English with the Chinese after it; names entries and lines, never what they say. */
export function describeFinding(finding: Finding): string {
  const [english, chinese] = wordsOf(finding);
  return `${english}\n  ${chinese}`;
}

function wordsOf(finding: Finding): readonly [string, string] {
  switch (finding.kind) {
    case 'file-changed':
      return ['the file is not the one that was signed', '文件与签名时不同'];
    case 'not-csv':
      return [
        `line ${finding.line}: no readable CSV from here on`,
        `第 ${finding.line} 行起无法按 CSV 读取`,
      ];
    case 'row-changed':
      return finding.seq === 0
        ? ['line 1: the headings were changed', '第 1 行：表头被改动']
        : [
            `line ${finding.line}: the row of entry ${finding.seq} was changed`,
            `第 ${finding.line} 行：记录 ${finding.seq} 的内容被改动`,
          ];
    case 'row-moved':
      return [
        `line ${finding.line}: the row of entry ${finding.seq} is out of its order`,
        `第 ${finding.line} 行：记录 ${finding.seq} 的次序被改动`,
      ];
    case 'row-added':
      return [
        `line ${finding.line}: a row that was not exported${finding.seq === undefined ? '' : ` (it says entry ${finding.seq})`}`,
        `第 ${finding.line} 行：导出时没有这一行`,
      ];
    case 'row-missing':
      return [
        `the row of entry ${finding.seq} is missing`,
        `缺少记录 ${finding.seq} 的一行`,
      ];
    case 'altered-before':
      return [
        `entry ${finding.seq} had been altered in the log when it was exported`,
        `记录 ${finding.seq} 在导出时已被改动`,
      ];
    case 'altered-before-too':
      return [
        `${finding.count} more entries had been altered when they were exported`,
        `另有 ${finding.count} 条记录在导出时已被改动`,
      ];
    case 'other-key':
      return finding.than === 'given'
        ? ['it was signed by another key than --key', '签名密钥与 --key 不符']
        : [
            'it was signed by another key than the one this kiosk remembers',
            '签名密钥与该终端记下的不符',
          ];
    case 'log-altered':
      return [
        `entry ${finding.seq} of the log was altered (${faults[finding.fault][0]})`,
        `记录库中第 ${finding.seq} 条被改动（${faults[finding.fault][1]}）`,
      ];
    case 'entry-differs':
      return [
        `entry ${finding.seq} of the log is no longer what was exported`,
        `记录库中第 ${finding.seq} 条与导出时不同`,
      ];
    case 'chain-differs':
      return [
        `the chain of the log was rewritten: at entry ${finding.seq} it is another`,
        `记录链被重写：第 ${finding.seq} 条处的链值不同`,
      ];
    case 'not-recorded':
      return [
        'the log has no entry of this export',
        '记录库中没有这次导出的记录',
      ];
  }
}

const faults: Readonly<Record<ChainFault, readonly [string, string]>> = {
  gap: ['it is gone', '已被删除'],
  header: ['its header is none', '记录头无法读取'],
  columns: ['a column contradicts its header', '列与记录头不符'],
  chain: ['its chain value does not follow', '链值不符'],
};
