import {
  words,
  type Query,
  type QueryValues,
  type ReasonCode,
  type Theme,
} from '#kiosk/contract';
import type { LiveKiosk, Reply } from '../connect/connect-kiosk.ts';
import type { Link } from '../connect/link.ts';
import { mount, mountTraveller } from '../mount.tsx';
import { chosenTheme, themes } from '../theme/theme.ts';
import { answers } from './answers.ts';
import { deskStates } from './desk-pictures.ts';
import { pictures } from './pictures.ts';
import type { Scene } from './scene.ts';
import { holdFor, states } from './states.ts';
import { trustScenes } from './trust-pictures.ts';

/**
 * Draws one state without any service: `?state=hold-fever`, or a hold for any `?reason=expired`;
 * with `&theme=night` in other colours, with `&view=traveller` as the traveller sees it. Without
 * either it lists them all.
 */
const query = new URLSearchParams(location.search);
const element = document.querySelector<HTMLElement>('#kiosk');
if (element === null) throw new Error('gallery.html has no #kiosk');
chosenTheme.set(askedTheme());
const asked = askedFor();
if (asked === undefined) listAll(element);
else if (query.get('view') === 'traveller') {
  mountTraveller(standingAt(asked), element);
} else {
  mount(standingAt(asked), element, { openTraveller: () => true });
}

function askedTheme(): Theme {
  return themes.find((theme) => theme === query.get('theme')) ?? 'default';
}

function askedFor(): Scene | undefined {
  const reason = query.get('reason');
  if (reason !== null && isReason(reason)) return { link: holdFor(reason) };
  const name = query.get('state') ?? '';
  const link = states[name] ?? deskStates[name];
  return link === undefined ? trustScenes[name] : { link };
}

/** The list the pictures are made from, for `npm run screens` and for whoever browses. */
function listAll(list: HTMLElement): void {
  for (const picture of pictures) {
    const anchor = document.createElement('a');
    anchor.href = picture.href;
    anchor.textContent = `${picture.name} ${picture.href}`;
    anchor.style.display = 'block';
    anchor.dataset['picture'] = JSON.stringify(picture);
    list.append(anchor);
  }
}

function standingAt({ link, answers: own, upon }: Scene): LiveKiosk {
  const listeners = new Set<() => void>();
  let here: Link =
    link.kind === 'live' ? { ...link, atMs: performance.now() } : link;
  return {
    link: () => here,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    send: ({ kind }) => {
      const { changes, error } = upon?.[kind] ?? {};
      if (changes !== undefined && here.kind === 'live') {
        here = { ...here, snapshot: { ...here.snapshot, ...changes } };
        for (const listener of listeners) listener();
      }
      return Promise.resolve(
        error === undefined ? { ok: true } : { ok: false, error },
      );
    },
    ask: <Q extends Query>({ kind }: Q) =>
      Promise.resolve(replyTo<Q['kind']>(kind, { ...answers, ...own })),
  };
}

function replyTo<Kind extends Query['kind']>(
  kind: Kind,
  known: Partial<QueryValues>,
): Reply<Kind> {
  const value = known[kind];
  return value === undefined
    ? { ok: false, error: 'no-answer' }
    : { ok: true, value };
}

function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(words.zh.reasons, code);
}
