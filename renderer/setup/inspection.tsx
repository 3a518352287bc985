import type { JSX } from 'react';
import {
  fill,
  type BundleInspection,
  type SetupWord,
  type Words,
} from '#kiosk/contract';
import { Icon } from '../app/icon.tsx';
import { apart } from '../language/apart.ts';
import { Both, useLanguage } from '../language/language.tsx';
import { Facts } from './facts.tsx';

type Good = Extract<BundleInspection, { kind: 'good' }>;

/** What the two files say together, and the fingerprint to hold against paper. */
export function Inspection({
  found,
  timeZone,
}: {
  readonly found: Good;
  /** Of the checkpoint. */
  readonly timeZone: string;
}): JSX.Element {
  const { language } = useLanguage();
  const signed = new Intl.DateTimeFormat(
    language === 'zh' ? 'zh-CN' : 'en-GB',
    {
      timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
    },
  ).format(found.signedAtMs);
  const age = ages[found.rung];
  return (
    <div className="setup-found">
      <section className="setup-fingerprint">
        <h2 className="setup-label">
          <Both of={(w) => w.setup.screen.fingerprint} />
        </h2>
        <ol className="setup-groups" translate="no">
          {found.root.fingerprint.split(' ').map((group, at) => (
            // Groups of one fingerprint never move.
            <li key={at}>{group}</li>
          ))}
        </ol>
        <p className="setup-hint">
          <Both of={(w) => w.setup.screen.compare} />
        </p>
      </section>
      <Facts
        facts={[
          ['root', (w) => nameOf(found.root, w)],
          [
            'new-root',
            ({ setup: { screen } }) =>
              fill(
                screen[
                  found.root.keys === 1 ? 'new-root-by-one' : 'new-root-by'
                ],
                {
                  n: found.root.threshold,
                  keys: found.root.keys,
                },
              ),
          ],
          ['region', found.region],
          ['bundle-version', String(found.version)],
          ['signed', signed],
          [
            'issuers',
            (_w, large) =>
              found.issuers
                .map(({ nameZh, nameEn }) => (large === 'zh' ? nameZh : nameEn))
                .join(large === 'zh' ? '、' : ', '),
          ],
        ]}
      />
      {age !== undefined && (
        <p className="setup-warning">
          <Icon name="warning" />
          <Both of={(w) => w.setup.screen[age]} />
        </p>
      )}
    </div>
  );
}

function nameOf(
  { name, version }: Good['root'],
  { setup: { screen } }: Words,
): string {
  return [name, `${screen.version} ${String(version)}`].join(apart);
}

const ages: Readonly<Record<Good['rung'], SetupWord | undefined>> = {
  normal: undefined,
  banner: 'age-banner',
  hold: 'age-hold',
  expired: 'age-expired',
};
