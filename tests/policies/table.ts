import type { Verdict } from '#core/policy';
import type { SourceSystem } from '#fixtures/issuer';
import { words, type Language } from '#kiosk/contract';

export type Verdicts = Readonly<Record<SourceSystem, Verdict>>;

/** The verdicts of five checkpoints as lines: where, the outcome, every reason, what to do. */
export function tableOf(verdicts: Verdicts, language: Language): string {
  const rows = [headings[language], ...rowsOf(verdicts, language)];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowsOf(
  verdicts: Verdicts,
  language: Language,
): readonly (readonly string[])[] {
  const { outcomes, reasons, advice } = words[language];
  const between = language === 'zh' ? '、' : '; ';
  return systems.map((system) => {
    const verdict = verdicts[system];
    return [
      places[system][language],
      verdict.outcome === 'none' ? '–' : outcomes[verdict.outcome],
      verdict.reasons
        .map(({ code, detail }) =>
          detail === undefined
            ? reasons[code].guard
            : `${reasons[code].guard} (${detail})`,
        )
        .join(between),
      verdict.advice.map((one) => advice[one].guard).join(between),
    ];
  });
}

const systems: readonly SourceSystem[] = [
  'liaoning',
  'national',
  'guangxi',
  'sichuan',
  'shandong',
];

const headings = {
  zh: ['卡点', '结果', '原因', '处置'],
  en: ['checkpoint', 'outcome', 'reasons', 'advice'],
} as const;

const places: Readonly<
  Record<SourceSystem, Readonly<Record<Language, string>>>
> = {
  liaoning: { zh: '辽宁 养老院', en: 'Liaoning, care home' },
  national: { zh: '国家平台 口岸', en: 'National, port' },
  guangxi: { zh: '广西 公路', en: 'Guangxi, road' },
  sichuan: { zh: '四川 车站', en: 'Sichuan, station' },
  shandong: { zh: '山东 公路', en: 'Shandong, road' },
};

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}

/** In columns of a terminal, where a Chinese character is two wide. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (character < '\u2E80' ? 1 : 2),
    0,
  );
}
