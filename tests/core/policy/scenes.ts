import type { Health, HouseholdPass, SinglePass } from '#core/pass';
import type {
  AuthenticPass,
  CheckedPass,
  Issuer,
  IssuerKey,
  Policy,
  Recognition,
  RecognitionEdge,
  TrustedTime,
} from '#core/trust';
import type {
  Checkpoint,
  Facts,
  PassHistory,
  Reading,
  Rules,
  TemperatureFacts,
} from '#core/policy';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** 2026-06-01 12:00 in China. */
export const noonMs = Date.UTC(2026, 5, 1, 4);
export const noonSeconds = noonMs / 1000;

export function at(
  atMs: number = noonMs,
  other: Partial<TrustedTime> = {},
): TrustedTime {
  return {
    lowerMs: atMs - 500,
    atMs,
    upperMs: atMs + 500,
    state: 'trusted',
    monoMs: 1_000_000,
    bootId: 'boot',
    ...other,
  };
}

export const checkpoint: Checkpoint = {
  id: 'CD-STATION-1',
  nameZh: '成都站',
  nameEn: 'Chengdu Station',
  lane: '1',
  direction: 'in',
  siteType: 'station',
  timeZone: 'Asia/Shanghai',
};

const freely: Policy = {
  version: 7,
  asOfMs: noonMs - dayMs,
  region: '510100',
  colours: { green: 'admit', yellow: 'hold', red: 'deny' },
  presentation: 'any',
  seenAgainWithinMs: 0,
  freshness: { normalMs: dayMs, bannerMs: 7 * dayMs, holdMs: 21 * dayMs },
  testBadge: { hours: 48, countsFrom: 'sampled' },
  hotline: '12345',
};

/** Green passes with no further condition. */
export const rules: Rules = {
  policy: freely,
  trustVersion: 12,
  trustAsOfMs: noonMs - hourMs,
  checkpoint,
};

/** Green passes after a temperature below 37.3 °C. */
export const measuringRules: Rules = withPolicy({
  temperature: {
    feverAtCenti: 3730,
    implausibleBelowCenti: 3400,
    implausibleAboveCenti: 4300,
  },
});

export function withPolicy(change: Partial<Policy>): Rules {
  return { ...rules, policy: { ...freely, ...change } };
}

/** Rules of a region whose own issuer is another than that of every pass here. */
export function recognising(
  change: Partial<Recognition>,
  other: Partial<Policy> = {},
): Rules {
  const recognition: Recognition = {
    home: { issuers: ['CN-37'], temperature: 'as-here' },
    edges: [],
    legacy: [],
    conversions: 'as-issued',
    ...change,
  };
  return withPolicy({ ...other, recognition });
}

/** The issuer's passes as they are, in force for an hour already and without end. */
export function edge(change: Partial<RecognitionEdge> = {}): RecognitionEdge {
  return {
    issuer: issuer.id,
    kind: 'direct',
    from: noonSeconds - 3600,
    temperature: 'as-here',
    ...change,
  };
}

export const issuer: Issuer = {
  id: 'CN-51',
  nameZh: '四川天府健康通',
  nameEn: 'Sichuan Health Code',
  colours: { '00': 'green', '01': 'yellow', '10': 'red' },
};

const key: IssuerKey = {
  kid: '0011223344556677',
  issuer: issuer.id,
  publicKey: new Uint8Array(32),
  kinds: ['pass'],
  forms: ['live', 'paper', 'static'],
  from: 0,
  until: noonSeconds + 365 * 86_400,
  areas: [],
};

/** A green person with a name and nothing else. */
export function health(change: Partial<Health> = {}): Health {
  return {
    person: { name: '李四' },
    colour: { code: '00', label: '绿码' },
    status: { list: 1, index: 5 },
    ...change,
  };
}

/** Zhang Sanming, green, static, for a day around noon. */
export function single(
  own: Partial<Health> = {},
  change: Partial<Omit<SinglePass, 'health' | 'kind'>> = {},
): SinglePass {
  return {
    kind: 'single',
    ...claims,
    ...change,
    health: {
      ...health(),
      person: {
        name: '张三明',
        documentType: 1,
        documentNumber: '5101234',
        birthYear: 1980,
      },
      ...own,
    },
  };
}

export function household(
  members: readonly Health[],
  change: Partial<Omit<HouseholdPass, 'members' | 'kind'>> = {},
): HouseholdPass {
  return { kind: 'household', ...claims, ...change, members };
}

/** Names a person and no state. */
export function paper(own: Partial<Health> = {}): SinglePass {
  const { colour: _colour, ...named } = single().health;
  return {
    ...single(),
    form: 'paper',
    health: { ...named, ...own },
  };
}

const claims = {
  issuer: issuer.id,
  issuedAt: noonSeconds - 3600,
  notBefore: noonSeconds - 3600,
  expiresAt: noonSeconds + 12 * 3600,
  passId: new Uint8Array(16),
  form: 'static',
} as const;

/** A genuine pass against which nothing was found, unless said otherwise. */
export function authentic(
  pass: AuthenticPass['pass'] = single(),
  found: Partial<AuthenticPass> = {},
): CheckedPass {
  const persons = pass.kind === 'single' ? [pass.health] : pass.members;
  return {
    kind: 'authentic',
    authentic: {
      pass,
      issuer,
      key,
      showing: { kind: 'still' },
      outOfScope: [],
      dates: [],
      status: persons.map(() => 'normal'),
      ...found,
    },
  };
}

/** The same pass as its holder's client shows it. */
export function live(
  pass: AuthenticPass['pass'] = single(),
  isStale: boolean = false,
  nonce: number = 1,
): CheckedPass {
  const showing = { kind: 'live', nonce: nonceOf(nonce), isStale } as const;
  return authentic(pass, { showing });
}

function nonceOf(number: number): Uint8Array {
  return Uint8Array.from({ length: 8 }, () => number);
}

export function factsOf(
  checked: CheckedPass = authentic(),
  temperature: TemperatureFacts = { kind: 'not-taken' },
  history: PassHistory = { kind: 'new' },
): Facts {
  return { checked, history, temperature };
}

/** Remembered from so long before noon, of this lane. */
export function remembered(
  kind: 'seen-again' | 'replay',
  agoMs: number,
  lane: string = checkpoint.lane,
): PassHistory {
  return { kind, atMs: noonMs - agoMs, lane };
}

export function reading(estimateCenti: number): Reading {
  return { rawCenti: estimateCenti, estimateCenti, source: 'sensor' };
}

/** Settled readings in hundredths of a degree, oldest first. */
export function taken(
  first: number,
  ...later: readonly number[]
): TemperatureFacts {
  return {
    kind: 'taken',
    readings: [reading(first), ...later.map((centi) => reading(centi))],
  };
}
