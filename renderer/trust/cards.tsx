import type { JSX, ReactNode } from 'react';
import {
  fill,
  type Freshness,
  type HeldView,
  type RootView,
} from '#kiosk/contract';
import { saySpan } from '../app/say-span.ts';
import { Both, type Say } from '../language/language.tsx';
import { shortWhenOf } from './when.ts';
import type { ZoneTime } from '../log/zone-time.ts';

type Held = Exclude<Freshness, { readonly rung: 'none' }>;

/** The ages of the three parts, each with its version and its date. */
export function Ages({
  freshness,
  held,
  nowMs,
  zone,
}: {
  readonly freshness: Held;
  readonly held: HeldView;
  readonly nowMs: number;
  readonly zone: ZoneTime;
}): JSX.Element {
  const { ageMs, policy, status } = freshness;
  const { confirmedAtMs } = held;
  const when = (atMs: number): string => shortWhenOf(zone, atMs, nowMs);
  return (
    <>
      <Card says={(w) => w.trust.ages.trust} big={(w) => saySpan(ageMs, w)}>
        <Both of={(w) => fill(w.trust.screen.version, { n: held.version })} />
        <Both
          of={(w) =>
            fill(w.trust.screen['as-of'], {
              when: when(held.signedAtMs),
            })
          }
        />
        {confirmedAtMs !== undefined && (
          <Both
            of={(w) =>
              fill(w.trust.screen.confirmed, {
                when: when(confirmedAtMs),
              })
            }
          />
        )}
      </Card>
      <Card
        says={(w) => w.trust.ages.policy}
        big={(w) => saySpan(policy.ageMs, w)}
      >
        <Both
          of={(w) =>
            [
              fill(w.trust.screen.version, { n: policy.version }),
              `${w.trust.screen.region} ${held.policy.region}`,
            ].join(' · ')
          }
        />
        <Both
          of={(w) =>
            fill(w.trust.screen['as-of'], {
              when: when(held.policy.asOfMs),
            })
          }
        />
      </Card>
      <Card
        says={(w) => w.trust.ages.status}
        big={(w) => (status === undefined ? '—' : saySpan(status.ageMs, w))}
      >
        <Both
          of={(w) => {
            const oldest = oldestListAtMs(held);
            return oldest === undefined
              ? w.trust.screen['no-list']
              : fill(w.trust.screen['oldest-list'], {
                  when: when(oldest),
                });
          }}
        />
      </Card>
    </>
  );
}

/** Whom the kiosk obeys, and the figures to hold against paper. */
export function RootCard({ root }: { readonly root: RootView }): JSX.Element {
  return (
    <section className="trust-card trust-root">
      <h2 className="trust-title">
        <Both of={(w) => w.trust.screen.root} />
      </h2>
      <p className="trust-root-name">{root.name}</p>
      <p>
        <Both
          of={(w) =>
            [
              fill(w.trust.screen['root-version'], { n: root.version }),
              fill(
                w.trust.screen[root.keys === 1 ? 'threshold-one' : 'threshold'],
                {
                  n: root.threshold,
                  of: root.keys,
                },
              ),
            ].join(' · ')
          }
        />
      </p>
      <dl className="trust-fingerprint">
        <dt>
          <Both of={(w) => w.trust.screen.fingerprint} />
        </dt>
        <dd>
          <ol className="trust-groups" translate="no">
            {root.fingerprint.split(' ').map((group, at) => (
              // Groups of one fingerprint never move.
              <li key={at}>{group}</li>
            ))}
          </ol>
        </dd>
      </dl>
    </section>
  );
}

function Card({
  says,
  big,
  children,
}: {
  readonly says: Say;
  readonly big: Say;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <section className="trust-card">
      <h2 className="trust-title">
        <Both of={says} />
      </h2>
      <p className="trust-big">
        <Both of={big} />
      </p>
      <div className="trust-facts">{children}</div>
    </section>
  );
}

function oldestListAtMs({ issuers }: HeldView): number | undefined {
  const ages = issuers.flatMap(({ lists }) =>
    lists.map(({ asOfMs }) => asOfMs),
  );
  return ages.length === 0 ? undefined : Math.min(...ages);
}
