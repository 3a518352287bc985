import { words, type ReasonCode } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';
import { mount } from '../mount.tsx';
import { holdFor, presses, states } from './states.ts';

/**
 * Draws one state without any service: `?state=hold-fever`, or a hold for any `?reason=expired`.
 * Without either it lists them all.
 */
const query = new URLSearchParams(location.search);
const element = document.querySelector<HTMLElement>('#kiosk');
if (element === null) throw new Error('gallery.html has no #kiosk');
const asked = askedFor();
if (asked === undefined) listAll(element);
else mount(standingAt(asked), element);

function askedFor(): Link | undefined {
  const reason = query.get('reason');
  if (reason !== null && isReason(reason)) return holdFor(reason);
  return states[query.get('state') ?? ''];
}

/** The list the pictures are made from; `data-press` names a button to press first. */
function listAll(list: HTMLElement): void {
  const pictures = [
    ...Object.keys(states).map((state) => ({ name: state, state, press: '' })),
    ...Object.entries(presses).map(([name, how]) => ({ name, ...how })),
  ];
  for (const { name, state, press } of pictures) {
    list.append(link(name, `?state=${state}`, press));
  }
  for (const code of Object.keys(words.zh.reasons)) {
    list.append(link('', `?reason=${code}`, ''));
  }
}

function link(name: string, href: string, press: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = `${name} ${href}`;
  anchor.style.display = 'block';
  anchor.dataset['name'] = name;
  anchor.dataset['press'] = press;
  return anchor;
}

function standingAt(link: Link): LiveKiosk {
  const here: Link =
    link.kind === 'live' ? { ...link, atMs: performance.now() } : link;
  return {
    link: () => here,
    subscribe: () => () => undefined,
    send: () => Promise.resolve({ ok: true }),
    ask: () => Promise.resolve({ ok: false, error: 'no-answer' }),
  };
}

function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(words.zh.reasons, code);
}
