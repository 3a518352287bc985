import type { Policy } from './policy.ts';
import type {
  LegacyIssuer,
  Recognition,
  RecognitionEdge,
} from './recognition.ts';
import {
  bytes,
  dictionary,
  list,
  oneOf,
  optional,
  record,
  text,
  uint,
  type Read,
} from './shape.ts';
import { mostChunks, mostEntries, type StatusIndex } from './status-chunks.ts';
import type { Issuer, IssuerKey } from './trust-list.ts';

// What the roles publish, field by field as docs/trust.md lists it. Types and lengths only: what the
// fields mean together is judged in bundle-rules.ts.

export const issuerId: Read<string> = text(/^[A-Z0-9-]{1,16}$/);
const name = text(/^.{1,60}$/u);
const instantMs = uint(8_640_000_000_000_000);

export const issuer: Read<Issuer> = record<Issuer>({
  id: issuerId,
  nameZh: name,
  nameEn: name,
  colours: dictionary(/^.{1,8}$/u, oneOf(['green', 'yellow', 'red']), 32),
});

export const issuerKey: Read<IssuerKey> = record<IssuerKey>({
  kid: text(/^[0-9a-f]{16}$/),
  issuer: issuerId,
  publicKey: bytes(32, 32),
  kinds: list(oneOf(['pass', 'site']), { atLeast: 1, atMost: 2 }),
  forms: list(oneOf(['live', 'paper', 'static']), { atMost: 3 }),
  from: uint(),
  until: uint(),
  areas: list(text(/^\d{1,6}$/), { atMost: 64 }),
});

const centi = uint(10_000);

const temperature = oneOf(['unconditional', 'as-here'] as const);

const edge: Read<RecognitionEdge> = record<RecognitionEdge>({
  issuer: issuerId,
  kind: oneOf(['direct', 'mutual', 'converted']),
  from: uint(),
  until: optional(uint()),
  colours: optional(
    record<NonNullable<RecognitionEdge['colours']>>({
      green: optional(oneOf(['hold', 'deny'] as const)),
      yellow: optional(oneOf(['deny'] as const)),
    }),
  ),
  temperature,
});

const recognition: Read<Recognition> = record<Recognition>({
  home: record<Recognition['home']>({
    issuers: list(issuerId, { atLeast: 1, atMost: 256 }),
    temperature,
  }),
  edges: list(edge, { atMost: 1024 }),
  legacy: list(record<LegacyIssuer>({ issuer: issuerId, until: uint() }), {
    atMost: 256,
  }),
  conversions: oneOf(['as-issued', 'by-edge']),
});

export const policy: Read<Policy> = record<Policy>({
  version: uint(),
  asOfMs: instantMs,
  region: name,
  colours: record<Policy['colours']>({
    green: oneOf(['admit', 'hold', 'deny']),
    yellow: oneOf(['admit', 'hold', 'deny']),
    red: oneOf(['admit', 'hold', 'deny']),
  }),
  presentation: oneOf(['any', 'live']),
  seenAgainWithinMs: uint(),
  temperature: optional(
    record<NonNullable<Policy['temperature']>>({
      feverAtCenti: centi,
      implausibleBelowCenti: centi,
      implausibleAboveCenti: centi,
    }),
  ),
  freshness: record<Policy['freshness']>({
    normalMs: uint(),
    bannerMs: uint(),
    holdMs: uint(),
  }),
  testBadge: record<Policy['testBadge']>({
    hours: uint(),
    countsFrom: oneOf(['sampled', 'reported']),
  }),
  hotline: text(/^[0-9+ -]{3,20}$/),
  recognition: optional(recognition),
  applyCode: optional(text(/^\P{C}{1,200}$/u)),
});

export const statusIndex: Read<StatusIndex> = record<StatusIndex>({
  issuer: issuerId,
  list: uint(),
  asOfMs: instantMs,
  entries: uint(mostEntries),
  chunks: list(bytes(32, 32), { atLeast: 1, atMost: mostChunks }),
});
