import type { JSX } from 'react';
import type { GateView, Snapshot, Words } from '#kiosk/contract';
import { apart } from '../language/apart.ts';
import { Both, useBothText } from '../language/language.tsx';
import type { VerdictKind } from '../verdict/kind.ts';
import { Mark } from '../verdict/mark.tsx';
import { Icon } from './icon.tsx';
import './live-strip.css';

/** What the gate shows while another screen covers it, and the one tap back. */
export function LiveStrip({
  snapshot,
  onBack,
}: {
  readonly snapshot: Snapshot;
  readonly onBack: () => void;
}): JSX.Element {
  const bothText = useBothText();
  const kind = snapshot.state === 'revoked' ? 'closed' : kindOf(snapshot.gate);
  return (
    <section
      className="live"
      data-kind={kind}
      aria-label={bothText((w) => w.display.screen['gate-now'])}
    >
      <div className="live-says">
        {kind !== 'waiting' && <Mark kind={kind} isSmall />}
        <p className="live-word">
          <Both of={(w) => wordOf(snapshot, w)} />
        </p>
        <p className="live-why">
          <Both of={(w) => whyOf(snapshot.gate, w)} />
        </p>
      </div>
      <button type="button" className="live-back" onClick={onBack}>
        <Icon name="back" />
        <Both of={(w) => w.display.screen['back-to-gate']} />
      </button>
    </section>
  );
}

function kindOf(view: GateView): VerdictKind {
  switch (view.kind) {
    case 'admit':
    case 'hold':
    case 'deny':
      return view.kind;
    case 'need-temperature':
      return 'need';
    case 'not-a-pass':
      return 'neutral';
    case 'resolved':
      return view.by;
    case 'device-lost':
      return 'lost';
    case 'out-of-service':
      return 'closed';
    case 'idle':
    case 'reading':
      return 'waiting';
  }
}

function wordOf({ state, gate }: Snapshot, words: Words): string {
  if (state === 'revoked') return words.states.revoked.label;
  switch (gate.kind) {
    case 'admit':
    case 'hold':
    case 'deny':
      return words.outcomes[gate.kind];
    case 'not-a-pass':
      return words.reasons[gate.verdict.reasons[0].code].guard;
    case 'need-temperature':
      return words.screen['take-temperature'];
    case 'resolved':
      return words.screen[`${gate.by}-by-guard`];
    case 'device-lost':
      return words.screen['scanner-lost'];
    case 'out-of-service':
      return words.screen['lane-closed'];
    case 'reading':
      return words.screen.reading;
    case 'idle':
      return words.display.screen['nobody-here'];
  }
}

/** Why, where there is a verdict; for a hold, that someone has to come back for it. */
function whyOf(view: GateView, words: Words): string {
  switch (view.kind) {
    case 'hold':
      return [
        words.display.screen['hold-waits'],
        words.reasons[view.verdict.reasons[0].code].guard,
      ].join(apart);
    case 'admit':
    case 'deny':
      return words.reasons[view.verdict.reasons[0].code].guard;
    case 'out-of-service':
      return words.storeFailures[view.failure].fault;
    case 'idle':
    case 'reading':
    case 'need-temperature':
    case 'not-a-pass':
    case 'resolved':
    case 'device-lost':
      return '';
  }
}
