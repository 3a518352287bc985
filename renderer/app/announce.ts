import { fill, type GateView, type Words } from '#kiosk/contract';
import type { Link } from '../connect/link.ts';

/** What a screen reader says, at once, when the screen comes to this. */
export function announcementOf(link: Link, words: Words): string {
  switch (link.kind) {
    case 'live':
      return aboutGate(link.snapshot.gate, words);
    case 'interrupted':
      return words.screen['connection-lost'];
    case 'connecting':
    case 'other-version':
    case 'turned-away':
      return '';
  }
}

function aboutGate(view: GateView, words: Words): string {
  switch (view.kind) {
    case 'admit':
    case 'hold':
    case 'deny':
      return `${words.outcomes[view.kind]}, ${words.reasons[view.verdict.reasons[0].code].guard}`;
    case 'not-a-pass':
      return words.reasons[view.verdict.reasons[0].code].guard;
    case 'need-temperature':
      return `${words.screen['take-temperature']}, ${fill(words.screen.measurement, { n: view.attempt })}`;
    case 'resolved':
      return view.by === 'allowed'
        ? words.screen['allowed-by-guard']
        : words.screen['refused-by-guard'];
    case 'device-lost':
      return words.screen['scanner-lost'];
    case 'out-of-service':
      return `${words.screen['lane-closed']}, ${words.storeFailures[view.failure].fault}`;
    case 'idle':
    case 'reading':
      return '';
  }
}
