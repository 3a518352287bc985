import type {
  Advice,
  Badge,
  Outcome,
  Reason,
  ReasonCode,
  ShownMember,
  ShownSubject,
  ShownVerdict,
} from '#kiosk/contract';

export const scanId = '019ab000-0000-7000-8000-000000000001';

/** A countdown that barely moves while a picture is taken. */
export const countdown = { leftMs: 620_000, wholeMs: 1_000_000 };

export const zhang: ShownSubject = {
  maskedName: '张*明',
  maskedDocument: '****1234',
  birthYear: 1986,
  issuerZh: '辽宁省',
  issuerEn: 'Liaoning',
  colour: 'green',
  form: 'live',
  persons: 1,
};

export const longName: ShownSubject = {
  maskedName: '阿卜杜*****·买买提',
  maskedDocument: '****062X',
  birthYear: 1990,
  issuerZh: '新疆生产建设兵团',
  issuerEn: 'Xinjiang Production and Construction Corps',
  colour: 'yellow',
  colourLabel: '橙色',
  form: 'static',
  persons: 1,
};

export const badges: readonly Badge[] = [
  { kind: 'test', state: 'negative' },
  { kind: 'vaccination', state: 'complete' },
];

interface Given {
  readonly detail?: string;
  readonly others?: readonly ReasonCode[];
  readonly advice?: readonly Advice[];
  readonly applyCode?: string;
  readonly badges?: readonly Badge[];
  readonly subject?: ShownSubject;
  readonly members?: readonly ShownMember[];
  readonly seen?: ShownVerdict['seen'];
  readonly temperaturesDeci?: readonly number[];
}

/** A verdict of one outcome with what a picture needs. */
export function verdictOf<O extends Outcome>(
  outcome: O,
  code: ReasonCode,
  {
    detail,
    others = [],
    advice = [],
    applyCode,
    badges: shown = [],
    subject,
    members = [],
    seen,
    temperaturesDeci = [],
  }: Given = {},
): ShownVerdict<O> {
  const first: Reason = { code, ...(detail !== undefined && { detail }) };
  return {
    outcome,
    reasons: [first, ...others.map((other) => ({ code: other }))],
    advice,
    // Every hold and deny ends with the hotline of the policy.
    ...((outcome === 'hold' || outcome === 'deny') && { hotline: '12345' }),
    ...(applyCode !== undefined && { applyCode }),
    badges: shown,
    ...(subject !== undefined && { subject }),
    members,
    ...(seen !== undefined && { seen }),
    temperaturesDeci,
  };
}
