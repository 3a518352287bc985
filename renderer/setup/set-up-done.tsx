import type { JSX } from 'react';
import { fill, type Snapshot } from '#kiosk/contract';
import { apart } from '../language/apart.ts';
import { Both } from '../language/language.tsx';
import { Icon } from '../app/icon.tsx';
import { Fact } from './facts.tsx';

/** What the kiosk has become, as the lane itself says it. */
export function SetUpDone({
  snapshot: { checkpoint, freshness, devices },
  onLeave,
}: {
  readonly snapshot: Snapshot;
  readonly onLeave: () => void;
}): JSX.Element {
  const { nameZh, nameEn } = checkpoint;
  return (
    <div className="setup setup-done">
      <div className="setup-page">
        <header className="setup-head">
          <h1 className="setup-title">
            <Icon name="check" />
            <Both of={(w) => w.setup.screen.done} />
          </h1>
          <p className="setup-help">
            <Both of={(w) => w.setup.screen['done-lane']} />
          </p>
        </header>
        <dl className="setup-body setup-facts">
          <Fact says={(w) => w.setup.steps.place.title}>
            <Both
              of={(w, language) =>
                [
                  language === 'zh' ? nameZh : nameEn,
                  fill(w.screen.lane, { n: checkpoint.lane }),
                  w.directions[checkpoint.direction],
                ].join(apart)
              }
            />
          </Fact>
          {freshness.rung !== 'none' && (
            <Fact says={(w) => w.setup.steps.bundle.title}>
              <Both
                of={(w) =>
                  [
                    fill(w.setup.screen['done-trust'], {
                      n: freshness.version,
                    }),
                    w.freshness[freshness.rung].label,
                  ].join(apart)
                }
              />
            </Fact>
          )}
          {devices.map(({ id, kind, state }) => (
            <Fact key={id} says={(w) => w.deviceKinds[kind]}>
              <Both of={(w) => w.deviceStates[state]} />
            </Fact>
          ))}
          <Fact says={(w) => w.setup.steps.supervisor.title}>
            <Both of={(w) => w.setup.screen['log-in-hint']} />
          </Fact>
        </dl>
        <div className="setup-foot">
          <button
            type="button"
            className="setup-go"
            // The page has just become another; its one button is where the keys go next.
            ref={focusOnce}
            onClick={onLeave}
          >
            <Both of={(w) => w.setup.screen['to-gate']} />
          </button>
        </div>
      </div>
    </div>
  );
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
