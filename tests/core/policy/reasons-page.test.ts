import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AllowReason, RefuseReason, ResolutionKind } from '#core/gate';
import type { Lookalike } from '#core/pass';
import { reasonOutcomes, type Advice } from '#core/policy';

const page = readFileSync(
  new URL('../../../docs/reasons.md', import.meta.url),
  'utf8',
);

/** The cells of every row whose first cell is a code. */
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, code]) => code?.startsWith('`') === true)
  .map(([, code = '', ...cells]) => ({ code: code.slice(1, -1), cells }));

// Tables over unions: the compiler asks for a code that is added and forgotten here.
const advice: Readonly<Record<Advice, true>> = {
  'show-pass': true,
  'show-again': true,
  'brighten-screen': true,
  'switch-input-method': true,
  'compare-id': true,
  'measure-again': true,
  'refresh-code': true,
  'refer-medical': true,
  'separate-and-report': true,
  'test-first': true,
  'renew-pass': true,
  'apply-here': true,
  'ask-issuer': true,
  'update-data': true,
  'update-kiosk': true,
  'check-clock': true,
  'register-by-hand': true,
  'keep-code-report': true,
  'call-hotline': true,
};
const lookalikes: Readonly<Record<Lookalike, true>> = {
  empty: true,
  'place-code': true,
  'freshness-token': true,
  'full-width-input': true,
  'itinerary-card': true,
  'payment-code': true,
  'eu-certificate': true,
  'smart-health-card': true,
  wifi: true,
  url: true,
  contact: true,
  digits: true,
  'too-long': true,
  unknown: true,
};
const steps: Readonly<
  Record<AllowReason | RefuseReason | ResolutionKind, true>
> = {
  'id-checked': true,
  'confirmed-by-phone': true,
  'registered-by-hand': true,
  'supervisor-approved': true,
  'temperature-normal-by-hand': true,
  'id-does-not-match': true,
  'no-valid-pass': true,
  'will-not-be-measured': true,
  'referred-to-medical': true,
  'left-by-themselves': true,
  allow: true,
  refuse: true,
  'measure-again': true,
  'id-compared': true,
};

describe('docs/reasons.md', () => {
  it.each(Object.entries(reasonOutcomes))(
    'has one row for %s: %s, with nothing left blank',
    (code, outcome) => {
      const own = rows.filter(
        (row) => row.code === code && row.cells[0] === outcome,
      );
      expect(own).toHaveLength(1);
      const [meaning, guard, wayBack] = own[0]?.cells.slice(1) ?? [];
      for (const cell of [meaning, guard, wayBack]) expect(cell).not.toBe('');
    },
  );

  it.each(Object.keys({ ...advice, ...lookalikes, ...steps }))(
    'has a row for %s',
    (code) => {
      expect(rows.map((row) => row.code)).toContain(code);
    },
  );

  it('has no row for a code that is not one', () => {
    const known = { ...reasonOutcomes, ...advice, ...lookalikes, ...steps };
    for (const { code } of rows) expect(Object.keys(known)).toContain(code);
  });
});
