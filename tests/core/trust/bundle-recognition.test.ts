import { describe, expect, it } from 'vitest';
import type { Recognition, RecognitionEdge } from '#core/trust';
import { heldOf, taken } from './bundle-of.ts';
import { nowSeconds, siteContent } from './signing.ts';

const [sichuan] = siteContent().issuers;

/** A bundle of 51, 12, 5101 and NATIONAL whose policy recognises so. */
function readWith(change: Partial<Recognition>): unknown {
  const recognition: Recognition = {
    home: { issuers: ['51'], temperature: 'as-here' },
    edges: [],
    legacy: [],
    conversions: 'as-issued',
    ...change,
  };
  const read = taken({
    issuers: ['51', '12', '5101', 'NATIONAL'].flatMap((id) =>
      sichuan === undefined ? [] : [{ ...sichuan, id }],
    ),
    policy: { ...siteContent().policy, recognition },
  });
  return 'code' in read ? read : read.policy.recognition;
}

function edge(change: Partial<RecognitionEdge> = {}): RecognitionEdge {
  return {
    issuer: '12',
    kind: 'mutual',
    from: nowSeconds,
    temperature: 'as-here',
    ...change,
  };
}

function isRead(change: Partial<Recognition>): boolean {
  const read = readWith(change);
  return typeof read === 'object' && read !== null && 'home' in read;
}

const until = nowSeconds + 3600;

describe('the recognition of a bundle', () => {
  it('is read back with everything that a policy can say of it', () => {
    const whole: Recognition = {
      home: { issuers: ['51'], temperature: 'unconditional' },
      edges: [
        edge({ until, colours: { green: 'hold', yellow: 'deny' } }),
        edge({ from: until, kind: 'direct', colours: {} }),
        edge({ kind: 'converted', temperature: 'unconditional' }),
        edge({ issuer: 'NATIONAL', kind: 'direct' }),
      ],
      legacy: [{ issuer: '5101', until }],
      conversions: 'by-edge',
    };
    expect(readWith(whole)).toEqual(whole);
  });

  it('may be nothing at all', () => {
    expect(heldOf().policy).not.toHaveProperty('recognition');
  });

  it.each<[string, Partial<Recognition>]>([
    [
      'home.issuers.1',
      { home: { issuers: ['51', '99'], temperature: 'as-here' } },
    ],
    ['edges.1.issuer', { edges: [edge(), edge({ issuer: '99' })] }],
    ['legacy.0.issuer', { legacy: [{ issuer: '99', until }] }],
  ])(
    'refuses an issuer that the bundle does not describe: %s',
    (at, change) => {
      expect(readWith(change)).toEqual({
        code: 'bundle-unknown-issuer',
        where: `policy.recognition.${at}`,
      });
    },
  );

  it.each<[string, string, Partial<Recognition>]>([
    [
      'home named twice',
      'home.issuers.1',
      { home: { issuers: ['51', '51'], temperature: 'as-here' } },
    ],
    ['an edge to home', 'edges.0.issuer', { edges: [edge({ issuer: '51' })] }],
    [
      'home that ends',
      'legacy.0.issuer',
      { legacy: [{ issuer: '51', until }] },
    ],
    [
      'an edge that never opens',
      'edges.0.until',
      { edges: [edge({ until: nowSeconds })] },
    ],
    [
      'the same edge twice',
      'edges.1',
      { edges: [edge({ until }), edge({ kind: 'direct', from: until - 1 })] },
    ],
    [
      'an edge without end and one after it',
      'edges.1',
      { edges: [edge(), edge({ from: until })] },
    ],
    [
      'two conversions at once',
      'edges.1',
      { edges: [edge({ kind: 'converted' }), edge({ kind: 'converted' })] },
    ],
    [
      'an older code with an edge',
      'legacy.0',
      { edges: [edge()], legacy: [{ issuer: '12', until }] },
    ],
    [
      'an older code twice',
      'legacy.1',
      {
        legacy: [
          { issuer: '12', until },
          { issuer: '12', until: until + 1 },
        ],
      },
    ],
  ])('refuses %s', (_, at, change) => {
    expect(readWith(change)).toEqual({
      code: 'bundle-policy',
      where: `policy.recognition.${at}`,
    });
  });

  it('takes edges that follow on one another, an edge before and a way beside', () => {
    expect(isRead({ edges: [edge({ from: until }), edge({ until })] })).toBe(
      true,
    );
    expect(isRead({ edges: [edge(), edge({ kind: 'converted' })] })).toBe(true);
    expect(
      isRead({
        edges: [edge({ issuer: '5101', kind: 'converted' })],
        legacy: [{ issuer: '5101', until }],
      }),
    ).toBe(true);
    expect(isRead({ edges: [edge(), edge({ issuer: 'NATIONAL' })] })).toBe(
      true,
    );
  });
});
