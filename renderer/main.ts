import { connectKiosk } from './connect/connect-kiosk.ts';
import type { OpenChannel } from './connect/channel.ts';
import { portChannel, type DesktopShell } from './connect/port-channel.ts';
import { takeToken } from './connect/token.ts';
import { webSocketChannel } from './connect/web-socket-channel.ts';
import { mount, mountTraveller } from './mount.tsx';
import { openTravellerWindow, viewOf } from './traveller/view.ts';

declare global {
  interface Window {
    /** Set by the desktop shell's preload, absent in a browser. */
    readonly postern?: DesktopShell;
  }
}

const element = document.querySelector<HTMLElement>('#kiosk');
if (element === null) throw new Error('index.html has no #kiosk');
const isTraveller = viewOf(location.hash) === 'traveller';
const kiosk = connectKiosk(channelToService());
if (isTraveller) mountTraveller(kiosk, element);
else {
  mount(kiosk, element, {
    // The desktop shell opens that window itself, on the screen it belongs on.
    ...(window.postern === undefined && {
      openTraveller: () => openTravellerWindow(window),
    }),
  });
}

function channelToService(): OpenChannel {
  if (window.postern !== undefined) return portChannel(window.postern);
  // A new start's address opened in this tab changes only the fragment.
  window.addEventListener('hashchange', () => {
    location.reload();
  });
  const address = new URL('/ws', location.origin);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return webSocketChannel(address.href, takeToken(window) ?? '', isTraveller);
}
