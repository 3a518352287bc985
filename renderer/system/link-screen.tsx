import type { JSX } from 'react';
import type { Link } from '../connect/link.ts';
import { SystemScreen } from './system-screen.tsx';
import './link-screen.css';

/** Stands instead of any verdict while there is no service behind the page. */
export function LinkScreen({
  link,
}: {
  readonly link: Exclude<Link, { kind: 'live' }>;
}): JSX.Element {
  switch (link.kind) {
    case 'connecting':
      return (
        <div className="link-connecting">
          <SystemScreen
            kind="waiting"
            word={(w) => w.screen.connecting}
            wayBack={(w) => w.screen['one-moment']}
          />
        </div>
      );
    case 'interrupted':
      return (
        <SystemScreen
          kind="lost"
          word={(w) => w.screen['connection-lost']}
          wayBack={(w) => w.screen.reconnecting}
        />
      );
    case 'other-version':
      return (
        <SystemScreen
          kind="closed"
          word={(w) => w.screen['other-version']}
          wayBack={(w) => w.screen['reload-page']}
          action={reload}
        />
      );
    case 'turned-away':
      return (
        <SystemScreen
          kind="closed"
          word={(w) => w.screen['address-expired']}
          wayBack={(w) => w.screen['open-address']}
        />
      );
  }
}

const reload = {
  says: (w: { readonly screen: Readonly<Record<'reload', string>> }) =>
    w.screen.reload,
  onPress: () => {
    location.reload();
  },
};
