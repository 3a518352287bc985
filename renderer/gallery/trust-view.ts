import type { HeldView, IssuerView, KeyView, TrustView } from '#kiosk/contract';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const nowMs = Date.UTC(2026, 10, 22, 4, 3);

export const root: TrustView['root'] = {
  name: '辽宁省疾病预防控制中心',
  version: 2,
  threshold: 2,
  keys: 3,
  fingerprint:
    '3f1c 9a02 77de 4b10 c6a8 51e4 0d9f 2b63 8e47 a1d5 60fb 9c38 72e0 14cd b95a 3f86',
};

/** What is held, so old. */
export function trustView(
  ageMs: number,
  rung: HeldView['rung'],
  issuers: readonly IssuerView[],
): TrustView {
  return {
    root,
    held: {
      version: 41,
      signedAtMs: nowMs - ageMs,
      rung,
      ladder: {
        normalMs: 24 * hourMs,
        bannerMs: 7 * dayMs,
        holdMs: 21 * dayMs,
      },
      policy: {
        version: 12,
        asOfMs: nowMs - ageMs - 3 * dayMs,
        region: '210000',
      },
      issuers: issuers.map((issuer) => ({
        ...issuer,
        lists: issuer.lists.map((one) => ({
          ...one,
          asOfMs: nowMs - ageMs,
        })),
      })),
      killed: { keys: 2, ranges: 1 },
    },
  };
}

/** The issuers of a pilot: one with every state a key can be in. */
export const fewIssuers: readonly IssuerView[] = [
  {
    ...issuer('LN', '辽宁省', 'Liaoning', 0),
    keys: [
      key(0, 'in-force', -120, 245),
      key(1, 'upcoming', 30, 395, { kinds: ['pass'] }),
      key(2, 'ended', -480, -120, { kinds: ['pass'] }),
      key(3, 'killed', -200, 165, { kinds: ['pass'], forms: ['paper'] }),
    ],
    lists: [list(1, 1_048_576, [3, 12, 5]), list(2, 262_144, [0, 1, 0])],
  },
  issuer('SD', '山东省', 'Shandong', 1),
  issuer('GX', '广西壮族自治区', 'Guangxi', 2),
  issuer(
    'XPCC',
    '新疆生产建设兵团',
    'Xinjiang Production and Construction Corps',
    3,
  ),
  {
    ...issuer('NAT', '国家平台', 'National platform', 4),
    keys: [key(40, 'in-force', -300, 430)],
    lists: [],
  },
];

const provinces: readonly (readonly [string, string, string])[] = [
  ['BJ', '北京市', 'Beijing'],
  ['TJ', '天津市', 'Tianjin'],
  ['HE', '河北省', 'Hebei'],
  ['SX', '山西省', 'Shanxi'],
  ['NM', '内蒙古自治区', 'Inner Mongolia'],
  ['LN', '辽宁省', 'Liaoning'],
  ['JL', '吉林省', 'Jilin'],
  ['HL', '黑龙江省', 'Heilongjiang'],
  ['SH', '上海市', 'Shanghai'],
  ['JS', '江苏省', 'Jiangsu'],
  ['ZJ', '浙江省', 'Zhejiang'],
  ['AH', '安徽省', 'Anhui'],
  ['FJ', '福建省', 'Fujian'],
  ['JX', '江西省', 'Jiangxi'],
  ['SD', '山东省', 'Shandong'],
  ['HA', '河南省', 'Henan'],
  ['HB', '湖北省', 'Hubei'],
  ['HN', '湖南省', 'Hunan'],
  ['GD', '广东省', 'Guangdong'],
  ['GX', '广西壮族自治区', 'Guangxi'],
  ['HI', '海南省', 'Hainan'],
  ['CQ', '重庆市', 'Chongqing'],
  ['SC', '四川省', 'Sichuan'],
  ['GZ', '贵州省', 'Guizhou'],
  ['YN', '云南省', 'Yunnan'],
  ['XZ', '西藏自治区', 'Tibet'],
  ['SN', '陕西省', 'Shaanxi'],
  ['GS', '甘肃省', 'Gansu'],
  ['QH', '青海省', 'Qinghai'],
  ['NX', '宁夏回族自治区', 'Ningxia'],
  ['XJ', '新疆维吾尔自治区', 'Xinjiang'],
  ['XPCC', '新疆生产建设兵团', 'Xinjiang Production and Construction Corps'],
  ['NAT', '国家平台', 'National platform'],
];

/** The whole country, three keys each. */
export const manyIssuers: readonly IssuerView[] = provinces.map(
  ([id, zh, en], at) => issuer(id, zh, en, at),
);

function issuer(
  id: string,
  nameZh: string,
  nameEn: string,
  at: number,
): IssuerView {
  const turnDays = (at * 37) % 200;
  return {
    id,
    nameZh,
    nameEn,
    keys: [
      key(10 * at, 'ended', turnDays - 565, turnDays - 200, {
        kinds: ['pass'],
      }),
      key(10 * at + 1, 'in-force', turnDays - 220, turnDays + 145),
      key(10 * at + 2, 'upcoming', turnDays + 125, turnDays + 490, {
        kinds: ['pass'],
      }),
    ],
    lists: [list(1, 262_144 * ((at % 3) + 2), [at, 7 * at, at % 5])],
  };
}

function key(
  seed: number,
  state: KeyView['state'],
  fromDays: number,
  untilDays: number,
  differing: Partial<KeyView> = {},
): KeyView {
  return {
    kid: ((seed + 7) * 2_654_435_761).toString(16).padStart(16, '9f3c51e2'),
    kinds: ['pass', 'site'],
    forms: ['live', 'paper', 'static'],
    fromMs: nowMs + fromDays * dayMs,
    untilMs: nowMs + untilDays * dayMs,
    state,
    ...differing,
  };
}

function list(
  number: number,
  entries: number,
  [hold, revoked, changed]: readonly [number, number, number],
): IssuerView['lists'][number] {
  return {
    list: number,
    asOfMs: nowMs - 3 * hourMs,
    entries,
    hold,
    revoked,
    changed,
  };
}
